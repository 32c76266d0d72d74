using HuaihuaPilotZone.BrowserTests.Support;

namespace HuaihuaPilotZone.BrowserTests.Look;

/// <summary>Every public page on a desktop and on a phone, in the dark and with high contrast.</summary>
public sealed class LookingAtPublicPagesTests(LivePortal portal)
{
    [Fact]
    public async Task The_home_page_is_sound()
    {
        await using var window = await portal.OpenWindowAsync();
        await window.OpenAsync("/");

        await window.IsSoundAsync();
    }
}
