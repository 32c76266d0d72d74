using System.Text;
using HuaihuaPilotZone.Declarations;
using HuaihuaPilotZone.Web.Setup.PublicPages;
using Microsoft.AspNetCore.Mvc;

namespace HuaihuaPilotZone.Web.Public.Developers;

/// <summary>How an enterprise's own system calls the portal, with lines that work and files to try them with.</summary>
public sealed class DevelopersController(ApiSamples samples) : Controller
{
    [PublicPage]
    [HttpGet("/developers")]
    public IActionResult Index() => View(ApiOperations.All);

    [HttpGet("/developers/samples/list.json")]
    public IActionResult ListJson() => Send(samples.ListJson(), "application/json", "list.json");

    [HttpGet("/developers/samples/lists.json")]
    public IActionResult ListsJson() => Send(samples.ListsJson(), "application/json", "lists.json");

    [HttpGet("/developers/samples/list.xml")]
    public IActionResult ListXml() => Send(samples.ListXml(), "application/xml", "list.xml");

    [HttpGet("/developers/samples/receipt.xml")]
    public IActionResult Receipt(string? number) =>
        Send(samples.ReceiptXml(DeclarationNumber.TryParse(number, null, out var known) ? known : ApiSamples.Number), "application/xml", "receipt.xml");

    [HttpGet("/developers/samples/events.json")]
    public IActionResult EventsJson() => Send(samples.EventsJson(), "application/json", "events.json");

    [HttpGet("/developers/samples/readings.json")]
    public IActionResult ReadingsJson() => Send(samples.ReadingsJson(), "application/json", "readings.json");

    private FileContentResult Send(string text, string type, string name) => File(Encoding.UTF8.GetBytes(text), type, name);
}
