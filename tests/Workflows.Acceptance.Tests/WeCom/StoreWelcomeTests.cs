using Microsoft.Playwright;
using Workflows.Acceptance.Tests.Live;
using Workflows.Acceptance.Tests.Studio;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>
/// A newcomer starts the emulator and the server, and plays a customer and a member of staff on their phones: what the journey
/// <c>store-welcome</c> says arrives there.
/// </summary>
public sealed class StoreWelcomeTests
{
    private const string Customer = "wmCoffeeCustomer01AAAAAAAAAAAAAA";
    private const string Manager = "wang.min";

    [Fact]
    public async Task Customer_ScansAStoresCode_IsWelcomed_JoinsTheGroup_AndHearsTheFirstMessage()
    {
        var port = FreePort.Take();
        await using var emulator = await EmulatorProcess.StartAsync(port);
        await using var server = await StudioServer.StartAsync(port, emulator.Settings);
        await using var browser = await StudioBrowser.OpenAsync(emulator.Address);
        try
        {
            await ScanAsync(browser, emulator.Address);
            await JoinAsync(browser);
            await ConfirmAsync(browser, emulator.Address);
            await HearAsync(browser, emulator.Address);
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            await browser.PictureAsync("wecom-failed");
            throw new InvalidOperationException(await WhatHappenedAsync(emulator, browser), failure);
        }

        Assert.Equal(
            ["welcome", "private"],
            (await emulator.People.LogAsync(Customer)).Select(message => message.Carrier)
        );
        Assert.Empty(await emulator.People.DuplicatesAsync());
        Assert.Empty(await emulator.People.ViolationsAsync());
        Assert.All(await emulator.People.CallbacksAsync(), callback => Assert.Equal("delivered", callback.Status));
        Assert.Empty(browser.Troubles);
    }

    /// <summary>The customer finds the code of a store, and is greeted within the 20 seconds that WeCom grants.</summary>
    private static async Task ScanAsync(StudioBrowser browser, string address)
    {
        var page = browser.Page;
        await page.GotoAsync($"{address}/phones?lang=zh");
        await page.Locator(".poster").First.WaitForAsync();
        await browser.PictureAsync("wecom-1-phones");
        await page.ClickAsync($"[data-id={Customer}]");
        await page.ClickAsync(".scan-button");
        await page.ClickAsync("[data-code=store-renmin]");
        await page.Locator("[data-carrier=welcome]", new() { HasText = "欢迎来到山丘咖啡" }).WaitForAsync();
        await browser.PictureAsync("wecom-2-welcome");
    }

    /// <summary>The welcome carries the code of the store's group.</summary>
    private static async Task JoinAsync(StudioBrowser browser)
    {
        await browser.Page.ClickAsync(".card.code button");
        await browser.Page.Locator(".bar-title", new() { HasText = "人民广场店咖啡福利群 (4)" }).WaitForAsync();
        await browser.PictureAsync("wecom-3-group");
    }

    /// <summary>Nothing but a welcome reaches a customer before a member of staff confirms it.</summary>
    private static async Task ConfirmAsync(StudioBrowser browser, string address)
    {
        var page = browser.Page;
        await page.GotoAsync($"{address}/phones/staff/{Manager}");
        await page.Locator("[data-state=pending]", new() { HasText = "入群礼到啦" }).WaitForAsync();
        await browser.PictureAsync("wecom-4-task");
        await page.ClickAsync("[data-state=pending] .primary");
        await page.Locator("[data-state=sent]").WaitForAsync();
    }

    private static async Task HearAsync(StudioBrowser browser, string address)
    {
        var page = browser.Page;
        await page.GotoAsync($"{address}/phones/customers/{Customer}");
        await page.ClickAsync($"[data-chat='{Manager}']");
        await page.Locator("[data-carrier=private]", new() { HasText = "入群礼到啦" }).WaitForAsync();
        await browser.PictureAsync("wecom-5-first-message");
    }

    private static async Task<string> WhatHappenedAsync(EmulatorProcess emulator, StudioBrowser browser) =>
        string.Join(
            Environment.NewLine,
            [
                .. browser.Troubles,
                .. (await emulator.People.CallbacksAsync()).Select(callback => callback.ToString()),
                .. (await emulator.People.CallsAsync()).Select(call => call.ToString()),
                .. (await emulator.People.ViolationsAsync()).Select(violation => violation.ToString()),
            ]
        );
}
