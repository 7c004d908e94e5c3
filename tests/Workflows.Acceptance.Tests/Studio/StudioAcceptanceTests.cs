using System.Text.Json;
using Microsoft.Playwright;

namespace Workflows.Acceptance.Tests.Studio;

/// <summary>A newcomer in the browser: from the first link to a journey that customers walk through.</summary>
public sealed class StudioAcceptanceTests
{
    private const string Name = "Thank the first order";

    [Fact]
    public async Task Newcomer_DrawsAJourney_RunsIt_WatchesIt_ChangesIt_AndGoesBack()
    {
        await using var server = await StudioServer.StartAsync();
        await using var browser = await StudioBrowser.OpenAsync(server.Address);
        var page = browser.Page;
        try
        {
            await SetUpAsync(page, server);
            var definition = await CreateAsync(page);
            await DrawAsync(browser);
            await new JourneyEditor(page).PublishAsync();
            await browser.PictureAsync("3-published");

            // A customer pays for the first time, and the journey begins.
            await PayAsync(page, "order-1");
            var instance = await OpenInstanceAsync(browser);
            await AssertTookAsync(page, instance, "first");
            var shown = await JournalAsync(page);
            await AssertSaidAsync(page, "Thank you, newcomers-customer, for order 1");

            // Meanwhile the journey changes; who is in it stays on the version it began with.
            await ChangeAsync(page, definition);
            await page.GotoAsync($"{server.Address}/studio/elsa/workflows/instances/{instance}/view");
            await WaitForJournalAsync(page, shown);
            var before = await AskAsync(page, $"/workflow-instances/{instance}");
            Assert.Equal(1, before.GetProperty("version").GetInt32());
            Assert.Equal("Suspended", before.GetProperty("subStatus").GetString());

            // The next order lets it go on before the eyes of whoever watches.
            await PayAsync(page, "order-2");
            await WaitForJournalAsync(page, shown + 1);
            await page.GetByText("Finished").First.WaitForAsync();
            await browser.PictureAsync("5-live");

            await WalkAsync(page, definition, instance);
            await RollBackAsync(browser, server, definition);
            await LookInChineseAsync(browser, server, definition);
        }
        catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
        {
            await browser.PictureAsync("failed");
            throw new InvalidOperationException(string.Join(Environment.NewLine, browser.Troubles), failure);
        }

        Assert.True(browser.Troubles.Count == 0, string.Join(Environment.NewLine, browser.Troubles));
    }

    private static async Task SetUpAsync(IPage page, StudioServer server)
    {
        await page.GotoAsync(server.SetupLink);
        await page.FillAsync("input[name=name]", "anna");
        await page.FillAsync("input[name=password]", "correct horse battery");
        await page.ClickAsync("button[type=submit]");
        await page.Locator("table tbody tr").First.WaitForAsync();

        // Signed out and in again, as on the second day.
        await page.ClickAsync(".wf-bar form button");
        await page.FillAsync("input[name=name]", "anna");
        await page.FillAsync("input[name=password]", "correct horse battery");
        await page.ClickAsync("button[type=submit]");
        await page.Locator("table tbody tr").First.WaitForAsync();
    }

    private static async Task<string> CreateAsync(IPage page)
    {
        await page.GetByText("Create workflow").First.ClickAsync();
        await page.Locator(".mud-dialog input").First.FillAsync(Name);
        await page.WaitForTimeoutAsync(1_000);
        await page.Locator(".mud-dialog button", new() { HasText = "Ok" }).ClickAsync();
        await page.WaitForURLAsync("**/edit");
        return page.Url.Split('/')[^2];
    }

    private static async Task DrawAsync(StudioBrowser browser)
    {
        var editor = new JourneyEditor(browser.Page);
        await editor.OpenAsync();
        await editor.DropAsync("Acquire", "Contact event", 40, 40);
        await editor.DropAsync("Mine", "Evaluate rules", 40, 180);
        await editor.DropAsync("Nurture", "Send message", 420, 40);
        await editor.DropAsync("Nurture", "Wait for contact event", 420, 250);
        await editor.SelectAsync("EvaluateRules1", "Rule set");
        await editor.ChooseAsync("Rule set", "lifecycle-tiers");
        await editor.HasOutcomeAsync("EvaluateRules1", "first");
        Assert.Equal(
            ["new", "first", "repeat", "loyal", "silent", "None"],
            await editor.OutcomesAsync("EvaluateRules1")
        );
        await editor.OpenAsync();
        await editor.ConnectAsync("ContactEvent1", "Done", "EvaluateRules1");
        await editor.ConnectAsync("EvaluateRules1", "first", "SendMessage1");
        await editor.ConnectAsync("SendMessage1", "Sent", "WaitForContactEvent1");
        await browser.PictureAsync("1-drawn");
        await editor.SelectAsync("ContactEvent1", "Event types");
        await editor.FillAsync("Event types", "order.paid", "Enter");
        await editor.SelectAsync("SendMessage1", "Template");
        await editor.FillAsync("Template", "thanks");
        await editor.WriteAsync(
            "Text",
            "Liquid",
            "Thank you, {{ contact.external_userid }}, for order {{ contact.paidOrderCount }}"
        );
        await editor.SelectAsync("WaitForContactEvent1", "Event type");
        await editor.FillAsync("Event type", "order.paid");
        await browser.PictureAsync("2-filled");
    }

    private static async Task PayAsync(IPage page, string order)
    {
        var status = await page.EvaluateAsync<int>(
            "async order => (await fetch('/api/events', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: order })).status",
            JsonSerializer.Serialize(
                new
                {
                    source = "shop",
                    id = order,
                    type = "order.paid",
                    at = DateTimeOffset.UtcNow,
                    contact = new { external_userid = "newcomers-customer" },
                    data = new { quantity = 1, amount = 9 },
                }
            )
        );
        Assert.Equal(202, status);
    }

    private static async Task<string> OpenInstanceAsync(StudioBrowser browser)
    {
        var page = browser.Page;
        await page.ClickAsync(".wf-bar nav a >> nth=1");
        var row = page.Locator("table tbody tr", new() { HasText = Name }).First;
        await row.WaitForAsync();
        await row.Locator("td").Nth(2).ClickAsync();
        await page.WaitForURLAsync("**/view");
        await page.Locator(".x6-node").First.WaitForAsync();
        await browser.PictureAsync("4-instance");
        return page.Url.Split('/')[^2];
    }

    /// <summary>Which branch was taken: the decision's outcome, and the badges of the nodes behind it.</summary>
    private static async Task AssertTookAsync(IPage page, string instance, string outcome)
    {
        await page.Locator(".x6-node .mud-badge", new() { HasText = "1" }).First.WaitForAsync();
        var journal = await AskAsync(page, $"/workflow-instances/{instance}/journal?take=100");
        var decision = Assert.Single(
            journal.GetProperty("items").EnumerateArray(),
            line =>
                line.GetProperty("activityType").ValueEquals("Marketing.EvaluateRules")
                && line.GetProperty("eventName").ValueEquals("Completed")
        );
        Assert.Equal(outcome, decision.GetProperty("payload").GetProperty("Outcomes")[0].GetString());
    }

    /// <summary>How many lines the viewer's journal has, once it waits for the next order.</summary>
    private static async Task<int> JournalAsync(IPage page)
    {
        var lines = page.Locator(".mud-timeline-item");
        await lines.Filter(new() { HasText = "Suspended" }).First.WaitForAsync();
        return await lines.CountAsync();
    }

    private static Task WaitForJournalAsync(IPage page, int lines) =>
        page.Locator(".mud-timeline-item").Nth(lines - 1).WaitForAsync(new() { State = WaitForSelectorState.Attached });

    private static async Task ChangeAsync(IPage page, string definition)
    {
        await page.GotoAsync(
            $"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}/studio/elsa/workflows/definitions/{definition}/edit"
        );
        var editor = new JourneyEditor(page);
        await editor.OpenAsync();
        await editor.SelectAsync("SendMessage1", "Template");
        await editor.FillAsync("Template", "-again");
        await editor.PublishAsync();
        var versions = await VersionsAsync(page, definition);
        Assert.Equal([2, 1], versions);
    }

    /// <summary>The message as it arrived: its template is filled in.</summary>
    private static async Task AssertSaidAsync(IPage page, string text)
    {
        const string Said =
            "async () => (await (await fetch('/demo/inbox')).json()).map(message => message.body.text).join('|')";
        await page.WaitForFunctionAsync(
            "async text => (await (await fetch('/demo/inbox')).json()).some(message => message.body.text.startsWith(text.slice(0, 9)))",
            text
        );
        Assert.Contains(text, await page.EvaluateAsync<string>(Said), StringComparison.Ordinal);
    }

    /// <summary>From page to page, and back: the Studio that runs is the same one all the way.</summary>
    private static async Task WalkAsync(IPage page, string definition, string instance)
    {
        var named = new PageLocatorOptions { HasText = Name };
        await page.EvaluateAsync("() => (window.isTheSame = true)");
        await page.ClickAsync(".wf-bar nav a >> nth=1");
        await page.Locator("elsa-workflow-instance-list tbody tr", named).First.Locator("td").Nth(2).ClickAsync();
        await page.WaitForURLAsync($"**/instances/{instance}/view");
        await page.Locator(".x6-node").First.WaitForAsync();
        await page.ClickAsync(".wf-brand");
        var journey = page.Locator("elsa-workflow-definition-list tbody tr", named).First;
        await journey.Locator("td").Nth(2).ClickAsync();
        await page.WaitForURLAsync($"**/definitions/{definition}/edit");
        await page.Locator(".x6-node").First.WaitForAsync();
        await page.GoBackAsync();
        await journey.WaitForAsync();
        await page.GoForwardAsync();
        await page.Locator(".x6-node").First.WaitForAsync();
        Assert.EndsWith($"/definitions/{definition}/edit", page.Url, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame === true"));
        Assert.Equal(1, await page.Locator("#studio > :not(elsa-backend-provider, p)").CountAsync());
    }

    /// <summary>The editor as a Chinese operator sees it: our blocks, their fields and the frame in Chinese.</summary>
    private static async Task LookInChineseAsync(StudioBrowser browser, StudioServer server, string definition)
    {
        var page = browser.Page;
        await page.GotoAsync($"{server.Address}/studio/elsa/workflows/definitions/{definition}/edit");
        await page.Locator(".wf-bar").GetByText("中文").ClickAsync();
        var editor = new JourneyEditor(page);
        await editor.OpenAsync();
        await page.Locator(".mud-expand-panel-header", new() { HasText = "获客" }).WaitForAsync();
        await editor.SelectAsync("EvaluateRules1", "规则集");
        // The Studio's own words, too: the tabs beside the canvas and a field of the workflow.
        await page.Locator(".mud-tab", new() { HasText = "变量" }).First.WaitForAsync();
        await page.Locator("label", new() { HasText = "启动策略" }).First.WaitForAsync();
        await browser.PictureAsync("7-chinese");
        Assert.Contains("旅程", await page.Locator(".wf-bar").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task RollBackAsync(StudioBrowser browser, StudioServer server, string definition)
    {
        var page = browser.Page;
        await page.GotoAsync($"{server.Address}/studio/elsa/workflows/definitions/{definition}/edit");
        await new JourneyEditor(page).OpenAsync();
        await page.GetByText("Version history", new() { Exact = false }).First.ClickAsync();
        var row = page.Locator("table tbody tr", new() { HasText = "1" }).Last;
        await row.Locator("button").Last.ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("Rollback", new() { Exact = false }).First.ClickAsync();
        await page.WaitForTimeoutAsync(3_000);
        await browser.PictureAsync("6-rolled-back");
        Assert.Equal([3, 2, 1], await VersionsAsync(page, definition));
    }

    private static async Task<IReadOnlyList<int>> VersionsAsync(IPage page, string definition)
    {
        var list = await AskAsync(
            page,
            $"/workflow-definitions?versionOptions=AllVersions&DefinitionIds={definition}&OrderBy=Version&OrderDirection=Descending"
        );
        return [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("version").GetInt32())];
    }

    private static async Task<JsonElement> AskAsync(IPage page, string path)
    {
        var text = await page.EvaluateAsync<string>(
            "async path => await (await fetch('/elsa/api' + path)).text()",
            path
        );
        return JsonElement.Parse(text);
    }
}
