using System.Collections.Concurrent;
using Microsoft.Playwright;
using Workflows.Acceptance.Tests.Live;

namespace Workflows.Acceptance.Tests.Studio;

/// <summary>Debian's Chromium with one page, and a record of everything that went wrong in it.</summary>
internal sealed class StudioBrowser : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _troubles = new();

    private StudioBrowser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, failed requests, requests to other hosts.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>Opens a browser that calls everything foreign but <paramref name="address"/>.</summary>
    public static async Task<StudioBrowser> OpenAsync(string address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("WORKFLOWS_TEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args = Arguments,
            }
        );
        var page = await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 1500, Height = 900 },
                Locale = "en-US",
            }
        );
        // The machine may be busy with other tests.
        page.SetDefaultTimeout(120_000);
        var opened = new StudioBrowser(playwright, browser, page);
        opened.Watch(address);
        return opened;
    }

    /// <summary>Keeps a picture of the page beside the test results; CI keeps them as artefacts.</summary>
    public async Task PictureAsync(string name)
    {
        var folder = Path.Combine(Checkout.Root, "artifacts", "studio");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private void Watch(string address)
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                _troubles.Enqueue($"console: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _troubles.Enqueue($"page: {error}");
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !IsInline(request.Url))
            {
                _troubles.Enqueue($"foreign host: {request.Url}");
            }
        };
        Page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                _troubles.Enqueue($"{response.Status}: {response.Request.Method} {response.Url}");
            }
        };
        Page.RequestFailed += (_, request) =>
        {
            // What a page still asked for when it was left is nobody's loss.
            if (!(request.Failure ?? "").Contains("ERR_ABORTED", StringComparison.Ordinal))
            {
                _troubles.Enqueue($"failed: {request.Url} {request.Failure}");
            }
        };
    }

    private static bool IsInline(string url) =>
        url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);
}
