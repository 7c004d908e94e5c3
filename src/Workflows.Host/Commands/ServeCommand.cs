using System.CommandLine;
using Workflows.Host.Composition;
using Workflows.Marketing.Backtesting;

namespace Workflows.Host.Commands;

/// <summary><c>serve</c>: the server, until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Demo = new("--demo")
    {
        Description =
            "Set up the demo workspace: the library's journeys and rule sets, published, and an inbox that receives messages.",
    };

    public static Command Describe(Terminal terminal)
    {
        var command = new Command("serve", "Serves the API and runs journeys.") { Demo, CommonOptions.Library };
        WorkspaceOptions.AddTo(command);
        command.Add(WorkspaceOptions.Urls);
        command.Add(WorkspaceOptions.TimeZone);
        command.Add(WorkspaceOptions.Webhook);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var demo = parsed.GetValue(Demo) ? Library.Of(parsed.GetValue(CommonOptions.Library)) : null;
        await using var application = WorkspaceOptions.Open(parsed, demo is not null);
        var start = await HostStart.PrepareAsync(application.Services, demo, cancellationToken);
        if (demo is not null)
        {
            await SeedAsync(application.Services, cancellationToken);
        }

        await ListenAsync(application, cancellationToken);
        await Greeting.PrintAsync(terminal, application, start, demo is not null, cancellationToken);
        await application.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Success;
    }

    private static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(services.GetRequiredService<HostSettings>().TimeZone);
        await services.GetRequiredService<DemoWorkspace>().SeedAsync(Tenants.Default, zone, cancellationToken);
    }

    private static async Task ListenAsync(WebApplication application, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or FormatException or InvalidOperationException)
        {
            throw new BadInputException($"The server cannot listen: {failure.Message}", failure);
        }
    }
}
