using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Workflows.Benchmarks.Measuring;

namespace Workflows.Benchmarks.Groups.Studio;

/// <summary>
/// Opens the editor in Chromium whose cache is warm, until a hand can work in it: the blocks are on the canvas, and a click on one shows
/// what can be filled in.
/// </summary>
internal static class EditorOpening
{
    private const string Group = "studio";
    private const double Limit = 3_000;
    private const int Loads = 5;
    private const string Definition = "flowchart";
    private const int Blocks = 10;

    public static async Task MeasureAsync(Effort effort, IReport report, StudioServer server)
    {
        var model = Drawn();
        using var saved = await server.Client.PostAsJsonAsync("workflow-definitions", new { model, publish = false });
        saved.EnsureSuccessStatusCode();
        using var playwright = await Playwright.CreateAsync();
        var profile = Directory.CreateTempSubdirectory("workflows-editor-");
        try
        {
            await using var context = await LaunchAsync(playwright, profile.FullName, server.Key);
            report.Add(
                new BenchmarkRow(Group, "editor usable, nothing cached", "ms", await OpenAsync(context, server.Address))
            );
            var loads = effort.Of(Loads * 2) / 2 + 1;
            Report(
                report,
                "editor usable, warm load",
                await RepeatAsync(loads, () => OpenAsync(context, server.Address))
            );
            Report(
                report,
                "editor usable, from the list",
                await RepeatAsync(loads, () => OpenFromListAsync(context, server.Address))
            );
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    // A person's browser has a profile, which keeps the compiled program beside the files; a private window has not.
    private static Task<IBrowserContext> LaunchAsync(IPlaywright playwright, string profile, string key) =>
        playwright.Chromium.LaunchPersistentContextAsync(
            profile,
            new BrowserTypeLaunchPersistentContextOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("WORKFLOWS_TEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
                ViewportSize = new ViewportSize { Width = 1500, Height = 900 },
                ExtraHTTPHeaders = [new("X-Api-Key", key)],
            }
        );

    private static async Task<List<double>> RepeatAsync(int times, Func<Task<double>> open)
    {
        var all = new List<double>();
        for (var time = 0; time < times; time++)
        {
            all.Add(await open());
        }

        return all;
    }

    private static void Report(IReport report, string name, List<double> all)
    {
        var median = Stopwatches.Median(all);
        report.Add(
            new BenchmarkRow(Group, name, "ms", median, Reference: Limit)
            {
                Remark = $"{all.Count} times, {all.Min():F0} to {all.Max():F0}",
                IsMiss = median >= Limit,
            }
        );
    }

    /// <summary>The flowchart with its blocks beside each other.</summary>
    private static JsonNode Drawn()
    {
        var model = JsonNode.Parse(Samples.Flowchart())!;
        var activities = model["root"]!["activities"]!.AsArray();
        for (var block = 0; block < activities.Count; block++)
        {
            activities[block]!["metadata"] = new JsonObject
            {
                ["designer"] = new JsonObject
                {
                    ["position"] = new JsonObject { ["x"] = 100 + (block % 4 * 200), ["y"] = 50 + (block / 4 * 120) },
                },
            };
        }

        return model;
    }

    private static async Task<double> OpenAsync(IBrowserContext context, string address)
    {
        var page = await NewPageAsync(context);
        var began = Stopwatch.GetTimestamp();
        await page.GotoAsync(
            $"{address}/studio/elsa/workflows/definitions/{Definition}/edit",
            new PageGotoOptions { WaitUntil = WaitUntilState.Commit }
        );
        return await UseAsync(page, began);
    }

    /// <summary>A page that shows the list: a click on a journey opens it.</summary>
    private static async Task<double> OpenFromListAsync(IBrowserContext context, string address)
    {
        var page = await NewPageAsync(context);
        await page.GotoAsync($"{address}/studio/elsa/workflows/definitions");
        var row = page.Locator("table tbody tr", new() { HasText = Definition }).First;
        await page.Locator(".mud-table-toolbar input, input[type=text]").First.FillAsync(Definition);
        await row.WaitForAsync();
        var began = Stopwatch.GetTimestamp();
        await row.ClickAsync();
        return await UseAsync(page, began);
    }

    private static async Task<IPage> NewPageAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        return page;
    }

    /// <summary>Waits until the blocks are drawn and a click on one shows its fields; closes the page.</summary>
    private static async Task<double> UseAsync(IPage page, long began)
    {
        await page.Locator(".x6-node").Nth(Blocks - 1).WaitForAsync();
        await page.Locator(".mud-expand-panel-header").First.WaitForAsync();
        var field = page.Locator(".mud-input-control label", new() { HasText = "Text" }).First;
        do
        {
            await page.Locator(".x6-node .activity-label", new() { HasText = "a" }).First.ClickAsync();
        } while (!await AppearsAsync(field));

        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await page.CloseAsync();
        return milliseconds;
    }

    // The canvas takes clicks only when it has come to rest.
    private static async Task<bool> AppearsAsync(ILocator field)
    {
        try
        {
            await field.WaitForAsync(new LocatorWaitForOptions { Timeout = 250 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
