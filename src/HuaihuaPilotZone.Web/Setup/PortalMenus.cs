namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What stands in the menus: only pages that exist.</summary>
public static class PortalMenus
{
    public static SiteMenus Make() => new(
        Public: [new MenuItem("Menu.Home", "/")],
        Footer: [],
        Legal: [],
        Desks:
        [
            new Desk(Policies.EnterpriseDesk, "企业工作台", "/enterprise", [new MenuItem("工作台", "/enterprise", "house", Phone: "工作台")]),
            new Desk(Policies.ParkDesk, "管理后台", "/park", [new MenuItem("总览", "/park", "speedometer2", Phone: "总览")]),
        ]);
}
