namespace HuaihuaPilotZone.ServiceHall;

/// <summary>Whom a service is for.</summary>
public enum ServiceAudience
{
    /// <summary>企业.</summary>
    Enterprise,

    /// <summary>代理和物流等服务企业.</summary>
    Agent,

    /// <summary>个人.</summary>
    Person,
}

/// <summary>When in the life of a firm a service is needed.</summary>
public enum ServiceStage
{
    /// <summary>设立入区.</summary>
    SettingUp,

    /// <summary>备案和资料.</summary>
    Records,

    /// <summary>报关.</summary>
    Declaring,

    /// <summary>退货.</summary>
    Returning,

    /// <summary>退税和税款.</summary>
    Taxes,

    /// <summary>系统对接.</summary>
    Connecting,

    /// <summary>互动交流.</summary>
    Asking,

    /// <summary>变更和注销.</summary>
    Leaving,
}

/// <summary>Where in this portal a service is done; only desks that exist.</summary>
public enum ServiceDesk
{
    /// <summary>Not online.</summary>
    None,
    EntryApplication,
    Declaration,
    Applications,
    CrossCheck,
    Imports,
    Vault,
    Profile,
    ReturnCheck,
    ImportTax,
    ApiKeys,
    Webhooks,
    Letter,
}

public static class ServiceWords
{
    public static string Word(this ServiceAudience audience) => audience switch
    {
        ServiceAudience.Enterprise => "企业",
        ServiceAudience.Agent => "代理和物流企业",
        ServiceAudience.Person => "个人",
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, null),
    };

    public static string Word(this ServiceStage stage) => stage switch
    {
        ServiceStage.SettingUp => "设立入区",
        ServiceStage.Records => "备案和资料",
        ServiceStage.Declaring => "报关",
        ServiceStage.Returning => "退货",
        ServiceStage.Taxes => "退税和税款",
        ServiceStage.Connecting => "系统对接",
        ServiceStage.Asking => "互动交流",
        ServiceStage.Leaving => "变更和注销",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public static string Word(this ServiceDesk desk) => desk switch
    {
        ServiceDesk.None => "不在线办理",
        ServiceDesk.EntryApplication => "入驻申请",
        ServiceDesk.Declaration => "通关预申报",
        ServiceDesk.Applications => "后续申请",
        ServiceDesk.CrossCheck => "单证一致性核对",
        ServiceDesk.Imports => "批量导入",
        ServiceDesk.Vault => "文件库",
        ServiceDesk.Profile => "企业资料",
        ServiceDesk.ReturnCheck => "退运免税测算",
        ServiceDesk.ImportTax => "进口税款估算",
        ServiceDesk.ApiKeys => "接口密钥",
        ServiceDesk.Webhooks => "回调通知",
        ServiceDesk.Letter => "写信",
        _ => throw new ArgumentOutOfRangeException(nameof(desk), desk, null),
    };

    /// <summary>Whether the desk asks for no sign-in.</summary>
    public static bool IsOpen(this ServiceDesk desk) => desk is ServiceDesk.EntryApplication or ServiceDesk.Letter;

    /// <summary>Local address of the desk; null for none.</summary>
    public static string? Address(this ServiceDesk desk) => desk switch
    {
        ServiceDesk.None => null,
        ServiceDesk.EntryApplication => "/enterprises/apply",
        ServiceDesk.Declaration => "/enterprise/declarations/new",
        ServiceDesk.Applications => "/enterprise/applications",
        ServiceDesk.CrossCheck => "/enterprise/tools/cross-check",
        ServiceDesk.Imports => "/enterprise/imports",
        ServiceDesk.Vault => "/enterprise/documents",
        ServiceDesk.Profile => "/enterprise/profile",
        ServiceDesk.ReturnCheck => "/enterprise/tools/returns",
        ServiceDesk.ImportTax => "/enterprise/tools/import-tax",
        ServiceDesk.ApiKeys => "/enterprise/api-keys",
        ServiceDesk.Webhooks => "/enterprise/webhooks",
        ServiceDesk.Letter => "/letters/new",
        _ => throw new ArgumentOutOfRangeException(nameof(desk), desk, null),
    };
}
