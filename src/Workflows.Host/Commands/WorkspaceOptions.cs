using System.CommandLine;
using Workflows.Host.Composition;
using Workflows.Storage;

namespace Workflows.Host.Commands;

/// <summary>Which workspace a command works on: options that win over <c>appsettings.json</c> and <c>WORKFLOWS__…</c>.</summary>
internal static class WorkspaceOptions
{
    public static readonly Option<string?> Urls = Text(
        "--urls",
        "URLS",
        $"Where to listen; {HostSettings.DefaultUrls} unless given."
    );

    public static readonly Option<string?> TimeZone = Text(
        "--time-zone",
        "ZONE",
        "The workspace's time zone; Asia/Shanghai unless given."
    );

    public static readonly Option<string?> Webhook = Text("--webhook", "URL", "Where messages are posted.");

    public static readonly Option<string?> Plugins = Text(
        "--plugins",
        "FOLDER",
        "The folder whose subfolders are plug-ins; plugins in the data folder unless given."
    );

    private static readonly Option<string?> Data = Text("--data", "FOLDER", "The folder of the embedded database.");

    private static readonly Option<StorageKind?> Provider = new("--provider")
    {
        Description = "Which database keeps the workspace.",
        HelpName = "Sqlite|Postgres",
    };

    private static readonly Option<string?> Connection = Text("--connection", "TEXT", "How to reach PostgreSQL.");

    /// <summary>Adds the options that say where the workspace is kept.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Data);
        command.Add(Provider);
        command.Add(Connection);
        command.Add(Plugins);
    }

    /// <summary>Composes the application for the workspace.</summary>
    /// <exception cref="BadInputException">A setting is wrong.</exception>
    public static WebApplication Open(ParseResult parsed, bool withDemo = false)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        Set(nameof(HostSettings.Data), parsed.GetValue(Data) is { } folder ? Path.GetFullPath(folder) : null);
        Set(nameof(HostSettings.Provider), parsed.GetValue(Provider)?.ToString());
        Set(nameof(HostSettings.ConnectionString), parsed.GetValue(Connection));
        Set(nameof(HostSettings.Urls), parsed.GetValue(Urls));
        Set(nameof(HostSettings.TimeZone), parsed.GetValue(TimeZone));
        Set(nameof(HostSettings.Plugins), parsed.GetValue(Plugins) is { } plugins ? Path.GetFullPath(plugins) : null);
        Set(nameof(HostSettings.Webhook), parsed.GetValue(Webhook));
        return HostApplication.Create(settings, withDemo: withDemo);

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                settings[$"{HostSettings.Section}:{name}"] = value;
            }
        }
    }

    private static Option<string?> Text(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };
}
