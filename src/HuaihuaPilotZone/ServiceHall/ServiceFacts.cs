namespace HuaihuaPilotZone.ServiceHall;

/// <summary>A service of the seed.</summary>
internal sealed record ServiceFact(string Slug, string Title, string Summary, IReadOnlyList<ServiceAudience> Audiences, IReadOnlyList<ServiceStage> Stages, ServiceDesk Desk)
{
    public required string Basis { get; init; }

    public required string Conditions { get; init; }

    public IReadOnlyList<(string Name, string? Note, bool IsRequired)> Materials { get; init; } = [];

    /// <summary>0 = at once.</summary>
    public int PromisedDays { get; init; }

    public int? LegalDays { get; init; }

    public string? LimitNote { get; init; }

    public required string Steps { get; init; }

    /// <summary>Holds a time that the owner has still to decide: only in a demonstration.</summary>
    public bool IsExample { get; init; }
}

/// <summary>
/// What this portal does, described from its own screens. 设定依据 names only rules that the facts of this project name; where the Chinese original
/// has still to be read, the line says 待核. None of these services is a 行政许可, and none replaces what customs decides.
/// </summary>
internal static class ServiceFacts
{
    private const string SingleWindow = "《优化营商环境条例》第四十五条：口岸和国际贸易业务通过国际贸易“单一窗口”办理（2019 年文本）。本事项只作申报前的准备，不代替向海关申报。";
    private const string PlatformService = "怀化跨境电商综试区综合服务平台的服务事项，不是行政许可。";
    private const string HasAccount = "企业已在园区企业名录中，经办人有本平台账号并登录。";

    private static readonly ServiceAudience[] _enterprises = [ServiceAudience.Enterprise];
    private static readonly ServiceAudience[] _enterprisesAndAgents = [ServiceAudience.Enterprise, ServiceAudience.Agent];

    public static readonly IReadOnlyList<ServiceFact> All =
    [
        new("entry-registration", "企业入区登记", "申请进入园区，获批后建立企业档案并开通账号。", _enterprisesAndAgents, [ServiceStage.SettingUp], ServiceDesk.EntryApplication)
        {
            Basis = $"{PlatformService}\n参考《杭州市跨境电子商务促进条例》第十五条、第十六条：线上单一窗口和线下综合园区。",
            Conditions = "有统一社会信用代码的企业。\n同一信用代码没有正在处理的申请，也不在企业名录中。",
            Materials = [("营业执照信息", "在线填写企业名称和统一社会信用代码，不用上传原件。", true), ("联系人信息", "姓名、电话和邮箱，只用于办理本申请。", true)],
            PromisedDays = 5,
            LimitNote = "示例时限，待主办单位公布。",
            Steps = "在线填写：填写企业和联系人信息，勾选隐私说明。\n受理：取得申请编号。\n核对：园区管理员核对信息，需要时联系企业。\n结果：获批的收到开通账号的邮件；未批准的收到原因，可以更正后再申请。",
            IsExample = true,
        },
        new("enterprise-data", "企业资料维护", "查看名录中的企业资料，维护申报用的传输和默认对象资料。", _enterprises, [ServiceStage.Records, ServiceStage.Leaving], ServiceDesk.Profile)
        {
            Basis = $"{PlatformService}\n《海关法》第十一条：进出口货物收发货人、报关企业办理报关手续应当备案（2021 年文本）。备案在海关办理，这里只保存海关注册编码。",
            Conditions = HasAccount,
            Materials = [("海关注册编码", "10 位，已在海关备案的填写。", false), ("传输资料", "由中国电子口岸分配的传输编号，已有的填写。", false)],
            Steps = "登录企业工作台，打开“企业资料”。\n核对名录信息；有误的联系园区管理员更正。\n在“申报资料”里维护传输编号、申报单位和默认关区，保存后新建申报自动带入。",
        },
        new("document-vault", "单证存放", "把合同、发票、委托书等文件存一次，附到多份申报，到期前提醒。", _enterprisesAndAgents, [ServiceStage.Records, ServiceStage.Declaring], ServiceDesk.Vault)
        {
            Basis = $"{PlatformService}\n《海关法》第十条：委托报关应当有委托人的授权委托书（2021 年文本）。",
            Conditions = $"{HasAccount}\n文件是 PDF、OFD、图片、Office 文档、XML、CSV 或文本，内容与后缀相符，不带宏。",
            Materials = [("要存放的文件", "单个文件不超过平台规定的大小。", true)],
            Steps = "登录企业工作台，打开“文件库”。\n选择文件，填写种类、名称和有效期。\n系统检查内容后保存，保留全部版本和校验值。\n在预申报中选择附上；有效期到期前 30 天和 7 天提醒。",
        },
        new("export-pre-declaration", "出口预申报", "申报前一次查出全部问题，按依据逐条修改，再导出给“单一窗口”。", _enterprisesAndAgents, [ServiceStage.Declaring], ServiceDesk.Declaration)
        {
            Basis = $"{SingleWindow}\n《海关法》第二十四条：出口货物除海关特准外，应当在货物运抵海关监管区后、装货的二十四小时以前申报（2021 年文本）。",
            Conditions = $"{HasAccount}\n监管方式为 9610、9710、9810 或其他平台已开放的方式。1210 待核，暂不受理。",
            Materials = [("订单、收款、运单和清单数据", "在线填写，或用表格和报文导入。", true), ("授权委托书", "由他人代为申报时需要，可从文件库选择。", false)],
            PromisedDays = 1,
            LimitNote = "园区协助核对的答复时间按平台设置计算（默认 24 小时）；超过时间未答复的，企业可以自行移交。预检结果即时给出。",
            Steps = "选择监管方式，新建预申报。\n填写或导入数据，系统随时预检并给出依据和建议值。\n提交园区协助核对；需要修改的一次告知全部问题。\n核对通过后导出报文，到国际贸易“单一窗口”申报。\n把海关回执交回平台，查看进度。",
        },
        new("batch-import", "申报清单批量导入", "用表格或报文一次导入多份清单，逐行指出问题，修好再提交。", _enterprisesAndAgents, [ServiceStage.Declaring], ServiceDesk.Imports)
        {
            Basis = SingleWindow,
            Conditions = $"{HasAccount}\n文件为 Excel、CSV 或海关报文。",
            Materials = [("清单表格或报文", "列名可以不同，导入时匹配并记住。", true)],
            Steps = "登录企业工作台，打开“批量导入”，上传文件。\n匹配列名。\n查看逐行的问题，单个或按同类一起修改。\n导入没有问题的行，下载有问题的行；导入后还可以整批撤回。",
        },
        new("cross-check", "单证一致性核对", "把订单、收款、运单和清单并排比对，指出不一致的地方。", _enterprisesAndAgents, [ServiceStage.Declaring], ServiceDesk.CrossCheck)
        {
            Basis = $"{PlatformService}\n核对规则见“预检规则”页面，每条写明依据。",
            Conditions = HasAccount,
            Materials = [("订单、收款、运单、清单报文", "至少两种，只用于这一次核对，不保存。", true)],
            Steps = "登录企业工作台，打开“单证一致性核对”。\n选择文件或粘贴内容。\n查看并排比对的结果，逐项改正原单证。",
        },
        new("follow-up-applications", "退货、撤销等后续申请", "对已移交的清单办理退货申请、撤销申请、总分单、运抵单、离境单和汇总申请。", _enterprisesAndAgents, [ServiceStage.Returning, ServiceStage.Declaring], ServiceDesk.Applications)
        {
            Basis = "海关总署公告2020年第44号：跨境电商出口商品退货的监管（公开转载件，条文待核）。\n9610 出口清单由退货申请单（CEB213）办理退货，退货理货由监管场所经营人填报（CEB215）。",
            Conditions = $"{HasAccount}\n所依据的清单已在本平台移交。\n退货数量不超过还可以退回的数量。",
            Materials = [("原清单编号", "从列表中选择。", true), ("退货理由和数量", "在线填写。", true)],
            Steps = "登录企业工作台，打开“后续申请”，选择申请种类和原清单。\n系统带入原清单的数据，填写数量和理由。\n预检通过后提交，园区协助核对。\n导出报文，到“单一窗口”提交。",
        },
        new("return-exemption-check", "退货免税自查", "按出口日期、退回日期和监管方式，逐条看退运商品是否符合免税条件，并估算税款。", _enterprisesAndAgents, [ServiceStage.Returning, ServiceStage.Taxes], ServiceDesk.ReturnCheck)
        {
            Basis = "财政部 海关总署 税务总局公告2023年第4号：跨境电商出口退运商品税收政策。\n财政部 海关总署 税务总局公告2026年第16号：适用于 2026-01-01 至 2027-12-31 出口的商品（中文原文待核）。",
            Conditions = $"{HasAccount}\n以 1210、9610、9710、9810 方式申报出口，因滞销、退货原状退运进境。",
            Steps = "登录企业工作台，打开“退运免税测算”。\n填写出口日期、退回日期、监管方式和商品。\n查看每个条件是符合、不符合还是待补充，以及剩余天数。\n结果只供自查，以海关和税务机关的审核为准。",
        },
        new("import-tax-estimate", "进口税款估算", "按完税价格和税率估算跨境零售进口税款，列出每一步计算。", [ServiceAudience.Enterprise, ServiceAudience.Agent], [ServiceStage.Taxes], ServiceDesk.ImportTax)
        {
            Basis = "《关税法》第二十四条：进口货物的计税价格以成交价格以及货物运抵境内输入地点起卸前的运输及其相关费用、保险费为基础确定（2024 年文本）。",
            Conditions = HasAccount,
            Steps = "登录企业工作台，打开“进口税款估算”。\n填写价格、运费、保险费和税率。\n查看每一步的算式。估算不是税款缴款书，以海关核定为准。",
        },
        new("api-keys", "接口密钥申领", "给企业自己的系统开通接口，用密钥提交预申报、查询变化、交回回执。", _enterprises, [ServiceStage.Connecting], ServiceDesk.ApiKeys)
        {
            Basis = $"{PlatformService}\n参考《杭州市跨境电子商务促进条例》第十七条：统一信息标准规范。",
            Conditions = "企业已在园区企业名录中。\n由企业管理员办理。",
            Steps = "企业管理员登录企业工作台，打开“接口密钥”。\n填写名称，选择权限。\n密钥只显示一次，请保存在自己的系统里；不再使用的随时停用。\n按“开发者”页面的说明调用接口。",
        },
        new("webhooks", "回调通知开通", "预申报状态有变化时，主动通知企业自己的系统。", _enterprises, [ServiceStage.Connecting], ServiceDesk.Webhooks)
        {
            Basis = PlatformService,
            Conditions = "企业已在园区企业名录中。\n由企业管理员办理。\n接收地址用 HTTPS。",
            Steps = "企业管理员登录企业工作台，打开“回调通知”。\n填写接收地址，保存只显示一次的签名密钥。\n发送一次测试，确认系统能核对签名。\n在“发送记录”里查看每次结果，失败的可以再发。",
        },
        new("letters", "咨询、建议、投诉和举报", "不用登录就能写信，凭编号和查询码看办理情况和答复。", [ServiceAudience.Enterprise, ServiceAudience.Agent, ServiceAudience.Person], [ServiceStage.Asking], ServiceDesk.Letter)
        {
            Basis = $"《政府网站发展指引》（国办发〔2017〕47号）：政府网站应有互动交流功能。\n{PlatformService}",
            Conditions = "任何人都可以写信；举报可以匿名。",
            Materials = [("来信内容", "在线填写。", true), ("联系方式", "姓名，以及电话或邮箱；匿名举报不用填写。", false), ("附件", "最多 3 个文件。", false)],
            PromisedDays = 15,
            LimitNote = "咨询 5 个工作日，其他 15 个工作日，是本平台的默认设置，以提交后显示的期限为准。",
            Steps = "写信：选择类型，填写内容，勾选隐私说明。\n取得编号和查询码：只显示一次，请记下。\n办理：按工作日计时，超期逐级提醒。\n答复和评价：凭编号和查询码查看答复，评价一次。",
        },
    ];
}
