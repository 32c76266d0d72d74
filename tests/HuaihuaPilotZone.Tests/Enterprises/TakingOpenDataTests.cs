using System.Net.Http.Json;
using System.Text.Json;
using HuaihuaPilotZone.Enterprises;
using HuaihuaPilotZone.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HuaihuaPilotZone.Tests.Enterprises;

public sealed class TakingOpenDataTests(Portal portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_directory_comes_in_parts_as_json_and_whole_as_a_file_with_date_and_licence_and_without_the_hidden()
    {
        await portal.HasEnterpriseAsync("开放数据公司", isPublic: true);
        await portal.HasEnterpriseAsync("开放数据隐藏公司");
        var visitor = portal.Visit();

        var names = new List<string>();
        for (var next = "/api/open/enterprises?size=3"; next is not null;)
        {
            var part = await (await visitor.GetAsync(next)).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            Assert.StartsWith("2026-11-22T", part.GetProperty("asOf").GetString(), StringComparison.Ordinal);
            Assert.Contains("待核", part.GetProperty("licence").GetString(), StringComparison.Ordinal);
            names.AddRange(part.GetProperty("rows").EnumerateArray().Select(e => e.GetProperty("name").GetString()!));
            next = part.GetProperty("next").GetString() is { } address ? new Uri(address).PathAndQuery : null;
        }

        var file = await (await visitor.GetAsync("/api/open/enterprises?format=csv")).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("开放数据公司", names);
        Assert.Equal(names.Distinct().Count(), names.Count);
        foreach (var name in names) Assert.Contains(name, file, StringComparison.Ordinal);
        foreach (var text in new[] { file, string.Join(' ', names) }) Assert.DoesNotContain("开放数据隐藏公司", text, StringComparison.Ordinal);
        Assert.Equal(names.Count + 1, file.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("示例联系人", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_about_the_open_data_names_both_sets()
    {
        var page = await portal.Visit().OpenAsync("/open-data");

        foreach (var address in new[] { "/api/open/enterprises.csv", "/api/open/enterprise-counts.json" })
        {
            Assert.NotNull(page.QuerySelector($"a[href='{address}']"));
            Assert.True((await portal.Visit().GetAsync(address)).IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task Small_cells_are_not_told_and_no_total_tells_them()
    {
        await using var own = Portal.Own();
        await own.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HuaihuaPilotZone.Data.PortalDbContext>();
            // hidden ones: 1 and 5 in area 1, 4 in area 2 of the same stage
            foreach (var (type, area, count) in new[] { (EnterpriseType.Other, 1, 1), (EnterpriseType.Services, 1, 5), (EnterpriseType.Services, 2, 4) })
            {
                for (var i = 0; i < count; i++)
                {
                    db.Enterprises.Add(new Enterprise
                    {
                        Name = $"隐藏{type}{area}{i}",
                        CreditCode = CreditCode.Next(),
                        Type = type,
                        ParkAreaId = area,
                        Stage = EnterpriseStage.Building,
                        StageSince = new DateOnly(2026, 1, 1),
                        CreatedAt = DateTime.UtcNow,
                        UpdatedAt = DateTime.UtcNow,
                    });
                }
            }

            return await db.SaveChangesAsync(Cancellation);
        });

        var counts = await own.InScopeAsync(s => s.GetRequiredService<OpenRoster>().CountsAsync(Cancellation));

        var building = counts.Where(c => c.Stage == EnterpriseStage.Building).ToList();
        Assert.Null(building.Single(c => c.Type == EnterpriseType.Other).Count);
        // a single cell without a number would be the total less the others
        foreach (var group in counts.GroupBy(c => (object)c.Stage).Concat(counts.GroupBy(c => (object)(c.AreaName ?? "")))) Assert.True(group.Count(c => c.Count is null) != 1 || group.Count() == 1, group.Key.ToString());
        // those of whom everybody is shown stay, however few
        Assert.Contains(counts, c => c.Count is 1 or 2);
    }
}
