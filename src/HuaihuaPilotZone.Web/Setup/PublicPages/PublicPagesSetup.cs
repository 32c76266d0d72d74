namespace HuaihuaPilotZone.Web.Setup.PublicPages;

/// <summary>Public pages that are made once and served many times; see docs/architecture.md.</summary>
public static class PublicPagesSetup
{
    public static void AddKeptPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PageStore>();
        builder.Services.AddSingleton<KeptFrame>();
        builder.Services.AddSingleton<KeepModels>();
        builder.Services.AddSingleton<OutageNotice>();
        builder.Services.AddHostedService<HitLog>();
    }
}
