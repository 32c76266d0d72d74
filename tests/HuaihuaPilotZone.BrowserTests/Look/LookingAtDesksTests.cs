using HuaihuaPilotZone.BrowserTests.Support;

namespace HuaihuaPilotZone.BrowserTests.Look;

/// <summary>The pages of the two desks on a desktop and on a phone, besides those of the main job; one sign-in for each row.</summary>
public sealed class LookingAtDesksTests(LivePortal portal)
{
    [Theory]
    [InlineData("admin", "/park/privacy", "/park/privacy/retention", "/park/privacy/keys", "/park/privacy/breach-notice", "/park/privacy-requests", "/park/enterprises/1/contacts/full", "/park/people/1/full", "/account/privacy", "/account/privacy/requests")]
    [InlineData("admin", "/park/journal/seals", "/park", "/park/people", "/park/people/*", "/park/people/invite", "/account/password")]
    [InlineData("admin", "/park/enterprises", "/park/enterprises/new", "/park/enterprises/*", "/park/enterprises/1/edit", "/park/enterprises/1/stage", "/park/enterprises/1/contacts", "/park/enterprises/1/filing")]
    [InlineData("reviewer", "/park/tables/offices", "/park/tables/rates", "/park/tables/codes", "/park/tables/words", "/park/cross-check")]
    [InlineData("editor", "/park/news", "/park/news/new", "/park/news/*", "/park/policies", "/park/policies/new", "/park/policies/*")]
    [InlineData("editor", "/park/risks", "/park/risks/new", "/park/risks/1", "/park/columns", "/park/columns/new", "/park/columns/Story", "/park/media", "/park/media/new", "/park/search", "/park/wording", "/park/editorial")]
    [InlineData("editor", "/park/indicators", "/park/indicators/*", "/park/indicators/1/series/1", "/park/dashboard", "/park/statistics", "/park/statistics/new", "/park/site-checks", "/park/policy-matching")]
    [InlineData("filer", "/enterprise", "/enterprise/declarations", "/enterprise/declarations/*", "/enterprise/profile")]
    [InlineData("filer", "/enterprise/documents", "/enterprise/documents/new", "/enterprise/tools/returns", "/enterprise/tools/import-tax", "/inbox", "/inbox/settings")]
    [InlineData("filer", "/enterprise/products", "/enterprise/products/new", "/enterprise/parties", "/enterprise/parties/new", "/enterprise/templates")]
    [InlineData("filer", "/enterprise/applications", "/enterprise/tools/cross-check", "/enterprise/tools/file-check", "/enterprise/receipts")]
    [InlineData("luggage", "/enterprise/api-keys", "/enterprise/webhooks")]
    [InlineData("admin", "/park/review-reasons", "/park/review-reasons/new", "/park/messages", "/park/jobs")]
    [InlineData("admin", "/park/units", "/park/units/*", "/park/units/new", "/park/parks/1", "/park/parks/new", "/park/tickets", "/park/showcase", "/park/enterprises/bulk")]
    [InlineData("admin", "/park/yard", "/park/yard/days", "/park/yard/gate", "/park/yard/gate/in", "/park/yard/gate/out", "/park/yard/positions", "/park/yard/stays/1", "/park/yard/stays/1/vehicles/full", "/park/yard/inspections", "/park/yard/inspections/slots")]
    [InlineData("luggage", "/enterprise/inspections", "/enterprise/inspections/slots")]
    [InlineData("admin", "/park/investment", "/park/investment/new", "/park/opportunities", "/park/settlement-costs", "/park/chains", "/park/areas", "/park/imports/new")]
    [InlineData("admin", "/park/enterprises?asOf=2026-01-01", "/park/enterprises/compare", "/park/enterprises/tags", "/park/enterprises/1/past", "/park/proposals", "/park/successions")]
    [InlineData("luggage", "/enterprise/people", "/enterprise/profile/proposals", "/enterprise/chains", "/enterprise/orders")]
    [InlineData("luggage", "/enterprise/premises", "/enterprise/premises/new", "/enterprise/showcase", "/enterprise/showcase/new")]
    [InlineData("admin", "/park/services", "/park/services/new", "/park/services/*", "/park/working-days", "/park/working-days/2026", "/park/working-days/2027", "/park/letters", "/park/letters/*", "/park/letter-publications", "/park/information-requests")]
    [InlineData("luggage", "/enterprise/bookings", "/enterprise/bookings/new", "/enterprise/sharing", "/enterprise/sharing/new")]
    [InlineData("luggage", "/enterprise/providers", "/enterprise/rfqs", "/enterprise/rfqs/new", "/enterprise/inquiries", "/enterprise/transport-orders")]
    [InlineData("luggage", "/enterprise/warehouses", "/enterprise/warehouses/1", "/enterprise/inbound", "/enterprise/stock", "/enterprise/stock/new")]
    [InlineData("tea", "/enterprise/events", "/enterprise/sensors", "/enterprise/sensors/*", "/enterprise/consignments/*", "/enterprise/carriage", "/enterprise/alerts")]
    [InlineData("admin", "/park/events", "/park/sensors", "/park/sensors/*", "/park/consignments/*", "/park/dwell", "/park/alerts")]
    [InlineData("admin", "/park/bookings", "/park/warehouses", "/park/warehouses/new", "/park/warehouses/1")]
    [InlineData("admin", "/park/network/nodes", "/park/network/nodes/new", "/park/network/nodes/1", "/park/network/legs", "/park/network/legs/new", "/park/network/legs/1", "/park/network/legs/import")]
    [InlineData("admin", "/park/network/corridors", "/park/network/corridors/new", "/park/network/corridors/1", "/park/network/corridors/standings/import", "/park/network/notices", "/park/network/notices/new")]
    [InlineData("admin", "/park/timetable/services", "/park/timetable/services/new", "/park/timetable/services/1", "/park/timetable/services/import", "/park/timetable/departures")]
    [InlineData("auditor", "/park/network/nodes?asOf=2026-11-22", "/park/network/nodes/1?asOf=2026-11-22", "/park/network/legs?asOf=2026-11-22", "/park/network/legs/1?asOf=2026-11-22", "/park/network/nodes/1", "/park/network/legs/1")]
    [InlineData("auditor", "/park/network/corridors?asOf=2026-11-22", "/park/network/corridors/1?asOf=2026-11-22", "/park/timetable/services?asOf=2026-11-22", "/park/timetable/services/1?asOf=2026-11-22", "/park/network/corridors/1", "/park/timetable/services/1")]
    [InlineData("admin", "/park/sharing", "/park/quotes", "/park/transport-orders")]
    public async Task The_pages_of_a_desk_are_sound(string userName, params string[] addresses)
    {
        await using var window = await portal.OpenWindowAsAsync(userName);
        foreach (var address in addresses)
        {
            await window.OpenFirstAsync(address);
            await window.IsSoundAsync();
        }
    }

    [Theory]
    [InlineData("dark", "normal")]
    [InlineData("light", "more")]
    public async Task A_draft_and_the_roster_are_sound_in_every_look(string theme, string contrast)
    {
        await using var filer = await portal.OpenWindowAsAsync("filer");
        await filer.ChooseLookAsync(theme, contrast);
        await filer.OpenFirstAsync("/enterprise/declarations/*/edit");
        await filer.IsSoundInLookAsync(Window.Desktop, theme + contrast);

        await using var admin = await portal.OpenWindowAsAsync("admin");
        await admin.ChooseLookAsync(theme, contrast);
        await admin.OpenAsync("/park/enterprises");
        await admin.IsSoundInLookAsync(Window.Desktop, theme + contrast);
    }
}
