namespace HuaihuaPilotZone.Tests.Declarations;

/// <summary>Files of receipts as E-Port gives them out. All values are invented.</summary>
internal static class Receipts
{
    /// <summary>CEB604 for one list.</summary>
    public static string OfAList(string copNo, string status, string time, string info = "示例回执", string order = "NONE", string preNo = "", string invtNo = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ceb:CEB604Message guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <ceb:InventoryReturn>
            <ceb:guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC95</ceb:guid>
            <ceb:agentCode>91431299MA0000015J</ceb:agentCode>
            <ceb:copNo>{copNo}</ceb:copNo>
            <ceb:preNo>{preNo}</ceb:preNo>
            <ceb:invtNo>{invtNo}</ceb:invtNo>
            <ceb:ebcCode>91431299MA0000015J</ceb:ebcCode>
            <ceb:ebpCode>91431299MA0000015J</ceb:ebpCode>
            <ceb:orderNo>{order}</ceb:orderNo>
            <ceb:statisticsFlag>A</ceb:statisticsFlag>
            <ceb:returnStatus>{status}</ceb:returnStatus>
            <ceb:returnTime>{time}</ceb:returnTime>
            <ceb:returnInfo>{info}</ceb:returnInfo>
          </ceb:InventoryReturn>
        </ceb:CEB604Message>
        """;
}
