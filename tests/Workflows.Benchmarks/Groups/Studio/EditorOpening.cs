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
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("WORKFLOWS_TEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
            }
        );
        await using var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1500, Height = 900 },
                ExtraHTTPHeaders = [new("X-Api-Key", server.Key)],
            }
        );
        var cold = await OpenAsync(context, server.Address);
        var warm = new List<double>();
        for (var load = 0; load < effort.Of(Loads * 2) / 2 + 1; load++)
        {
            warm.Add(await OpenAsync(context, server.Address));
        }

        report.Add(new BenchmarkRow(Group, "editor usable, nothing cached", "ms", cold));
        var median = Stopwatches.Median(warm);
        report.Add(
            new BenchmarkRow(Group, "editor usable, warm", "ms", median, Reference: Limit)
            {
                Remark = $"{warm.Count} loads",
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
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        var began = Stopwatch.GetTimestamp();
        await page.GotoAsync(
            $"{address}/studio/elsa/workflows/definitions/{Definition}/edit",
            new PageGotoOptions { WaitUntil = WaitUntilState.Commit }
        );
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
