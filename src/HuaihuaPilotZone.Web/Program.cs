using HuaihuaPilotZone.Web.Setup;

return await PortalHost.RunAsync(args);
