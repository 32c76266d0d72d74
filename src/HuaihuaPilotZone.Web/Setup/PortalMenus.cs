namespace HuaihuaPilotZone.Web.Setup;

/// <summary>What stands in the menus: only pages that exist.</summary>
public static class PortalMenus
{
    /// <param name="hasInformationRequests">Whether the module of information requests is switched on.</param>
    public static SiteMenus Make(bool hasInformationRequests) => new(
        Public:
        [
            new MenuItem("Menu.Home", "/"),
            new MenuItem("Menu.News", "/news"),
            new MenuItem("Menu.Policies", "/policies"),
            new MenuItem("Menu.Services", "/services"),
            new MenuItem("Menu.Letters", "/letters"),
            new MenuItem("Menu.Corridors", "/corridors"),
            new MenuItem("Menu.Enterprises", "/enterprises"),
            new MenuItem("Menu.Statistics", "/statistics"),
        ],
        Footer:
        [
            new FooterColumn("Footer.Services",
            [
                new MenuItem("Menu.Services", "/services"),
                new MenuItem("Menu.NewDeclaration", "/enterprise/declarations/new"),
                new MenuItem("Menu.Apply", "/enterprises/apply"),
                new MenuItem("Menu.Rules", "/rules"),
                new MenuItem("Menu.Codes", "/codes"),
                new MenuItem("Menu.Developers", "/developers"),
            ]),
            new FooterColumn("Footer.Public",
            [
                new MenuItem("Menu.Search", "/search"),
                new MenuItem("Menu.PolicyLibrary", "/policies"),
                new MenuItem("Menu.Notices", "/news?column=Notice"),
                new MenuItem("Menu.DryPort", "/dry-port"),
                new MenuItem("Menu.Parks", "/parks"),
                new MenuItem("Menu.Letters", "/letters"),
                new MenuItem("Menu.Statistics", "/statistics"),
                new MenuItem("Menu.Subscriptions", "/subscriptions"),
                .. Only(hasInformationRequests, new MenuItem("Menu.InformationRequests", "/information-requests")),
                new MenuItem("Menu.About", "/about"),
            ]),
        ],
        Legal:
        [
            new MenuItem("Menu.SiteMap", "/site-map"),
            new MenuItem("Menu.Privacy", "/privacy"),
            new MenuItem("Menu.Accessibility", "/accessibility"),
            new MenuItem("Menu.Status", "/status"),
            new MenuItem("Menu.Corrections", "/letters/new?about=/"),
        ],
        Desks:
        [
            new Desk(Policies.EnterpriseDesk, "企业工作台", "/enterprise",
            [
                new MenuItem("工作台", "/enterprise", "house", Phone: "工作台"),
                new MenuItem("通关预申报", "/enterprise/declarations", "clipboard-check", "办理", Phone: "申报"),
                new MenuItem("订单", "/enterprise/orders", "basket2", "办理"),
                new MenuItem("后续申请", "/enterprise/applications", "list-check", "办理"),
                new MenuItem("单证一致性核对", "/enterprise/tools/cross-check", "layout-three-columns", "办理"),
                new MenuItem("海关回执", "/enterprise/receipts", "inbox", "办理"),
                new MenuItem("批量导入", "/enterprise/imports", "upload", "办理"),
                new MenuItem("文件库", "/enterprise/documents", "folder2", "办理"),
                new MenuItem("商品库", "/enterprise/products", "box-seam", "资料库"),
                new MenuItem("参与方库", "/enterprise/parties", "people", "资料库"),
                new MenuItem("模板", "/enterprise/templates", "bookmark", "资料库"),
                new MenuItem("政策匹配", "/enterprise/policies", "file-earmark-text", "测算"),
                new MenuItem("退运免税测算", "/enterprise/tools/returns", "arrow-counterclockwise", "测算"),
                new MenuItem("进口税款估算", "/enterprise/tools/import-tax", "calculator", "测算"),
                new MenuItem("企业资料", "/enterprise/profile", "building", "企业", Phone: "企业"),
                new MenuItem("场地和报修", "/enterprise/premises", "buildings", "企业"),
                new MenuItem("接口密钥", "/enterprise/api-keys", "key", "企业", Policy: Policies.AdministerEnterprise),
                new MenuItem("回调通知", "/enterprise/webhooks", "send", "企业", Policy: Policies.AdministerEnterprise),
                new MenuItem("后台任务", "/enterprise/jobs", "hourglass-split", "企业"),
            ]),
            new Desk(Policies.ParkDesk, "管理后台", "/park",
            [
                new MenuItem("总览", "/park", "speedometer2", Phone: "总览"),
                new MenuItem("入驻申请", "/park/applications", "inbox", "管理", Phone: "申请"),
                new MenuItem("企业名录", "/park/enterprises", "buildings", "管理", Phone: "名录"),
                new MenuItem("园区和单元", "/park/units", "building", "管理"),
                new MenuItem("报修", "/park/tickets", "list-check", "管理"),
                new MenuItem("申报核对", "/park/declarations", "clipboard-data", "管理", Phone: "核对"),
                new MenuItem("单证一致性核对", "/park/cross-check", "layout-three-columns", "管理"),
                new MenuItem("退回理由", "/park/review-reasons", "chat-square-text", "管理"),
                new MenuItem("审核与发布", "/park/editorial", "send-check", "内容"),
                new MenuItem("资讯", "/park/news", "newspaper", "内容"),
                new MenuItem("政策", "/park/policies", "file-earmark-text", "内容"),
                new MenuItem("英文版", "/park/english", "translate", "内容"),
                new MenuItem("图片和附件", "/park/media", "paperclip", "内容"),
                new MenuItem("办事指南", "/park/services", "card-checklist", "内容"),
                new MenuItem("栏目", "/park/columns", "list", "内容"),
                new MenuItem("用语检查", "/park/wording", "type", "内容"),
                new MenuItem("主题词表", "/park/keywords", "tag", "内容"),
                new MenuItem("政策匹配", "/park/policy-matching", "list-check", "内容"),
                new MenuItem("网站自查", "/park/site-checks", "clipboard-check", "内容"),
                new MenuItem("搜索", "/park/search", "search", "内容"),
                new MenuItem("来信", "/park/letters", "envelope", "互动", Policy: Policies.AnswerLetters),
                .. Only(hasInformationRequests, new MenuItem("信息公开申请", "/park/information-requests", "file-earmark-check", "互动", Policy: Policies.AnswerLetters)),
                new MenuItem("来信公开", "/park/letter-publications", "chat-square-text", "互动", Policy: Policies.EditContent),
                new MenuItem("订阅", "/park/subscriptions", "bell", "互动"),
                new MenuItem("统计数据", "/park/statistics", "bar-chart-line", "数据"),
                new MenuItem("指标和口径", "/park/indicators", "table", "数据"),
                new MenuItem("代码表和税则", "/park/tables/codes", "list-check", "代码表"),
                new MenuItem("代码别名", "/park/tables/words", "bookmark", "代码表"),
                new MenuItem("关区代码", "/park/tables/offices", "building", "代码表"),
                new MenuItem("汇率", "/park/tables/rates", "currency-exchange", "代码表"),
                new MenuItem("特殊监管区域", "/park/tables/areas", "shield-check", "代码表"),
                new MenuItem("工作日历", "/park/working-days", "calendar3", "代码表"),
                new MenuItem("人员与权限", "/park/people", "people", "系统", Policy: Policies.ManagePeople),
                new MenuItem("后台任务", "/park/jobs", "hourglass-split", "系统"),
                new MenuItem("邮件发送", "/park/messages", "envelope", "系统", Policy: Policies.RunPortal),
            ],
            "/park/enterprises", "搜企业名称、信用代码"),
        ],
        RegisterHref: "/enterprises/apply");

    private static IEnumerable<MenuItem> Only(bool isThere, MenuItem item) => isThere ? [item] : [];
}
