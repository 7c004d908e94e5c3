using System.Globalization;
using Workflows.Host.Composition;
using Workflows.Host.Demo;
using Workflows.Host.Studio;
using Workflows.Storage;

namespace Workflows.Host.Commands;

/// <summary>What a person reads after the server came up: the address, the first key, what to try next.</summary>
internal static class Greeting
{
    private const string Key = "$WORKFLOWS_API_KEY";

    private const string Order = """
        {"source":"shop","id":"demo-1","type":"order.paid","at":"NOW","contact":{"external_userid":"demo-customer"},"data":{"quantity":1,"amount":88.00}}
        """;

    public static async Task PrintAsync(
        Terminal terminal,
        WebApplication application,
        HostStart start,
        bool isDemo,
        CancellationToken cancellationToken
    )
    {
        var address = application.Urls.First();
        var setup = await application.Services.GetRequiredService<SetupLink>().OnAsync(address, cancellationToken);
        var settings = application.Services.GetRequiredService<HostSettings>();
        var place = settings.Provider == StorageKind.Sqlite ? $"SQLite in {settings.Data}" : "PostgreSQL";
        var output = terminal.Output;
        output.WriteLine($"Workflows serves at {address} ({place}). Ctrl+C stops it.");
        if (start.FirstKey is { } key)
        {
            output.WriteLine();
            output.WriteLine("The first API key, shown this once:");
            output.WriteLine($"  export WORKFLOWS_API_KEY={key}");
        }

        output.WriteLine();
        output.WriteLine(
            setup is null
                ? $"The designer: {address}{StudioPaths.Root}"
                : $"The designer has no users yet. This link, good for once, makes the first administrator:"
        );
        if (setup is not null)
        {
            output.WriteLine($"  {setup}");
        }

        if (isDemo)
        {
            output.WriteLine();
            PrintNextSteps(
                output,
                address,
                start.FirstKey is null,
                application.Services.GetRequiredService<TimeProvider>()
            );
        }

        output.Flush();
    }

    private static void PrintNextSteps(TextWriter output, string address, bool needsKey, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        output.WriteLine("Try next, in another terminal:");
        if (needsKey)
        {
            output.WriteLine(
                "  (the key was shown at the first start; for a new one: ./run keys create demo --data data)"
            );
        }

        var order = Order.Replace("NOW", now, StringComparison.Ordinal);
        output.WriteLine("  1. A new customer pays an order:");
        output.WriteLine(
            $"     curl -s {address}/api/events -H \"X-Api-Key: {Key}\" -H 'Content-Type: application/json' -d '{order}'"
        );
        output.WriteLine("  2. The journey's message has arrived at the demo's inbox:");
        output.WriteLine($"     curl -s {address}{DemoEndpoints.Path} -H \"X-Api-Key: {Key}\"");
        output.WriteLine("  3. The same journey over a year of invented customers, in virtual time:");
        output.WriteLine(
            "     ./run sample orders --customers 1000 --months 12 --seed 1 --output orders.csv && ./run backtest lifecycle-care --orders orders.csv --as-of 2021-12-31"
        );
    }
}
