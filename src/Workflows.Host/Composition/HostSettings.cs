using System.ComponentModel.DataAnnotations;
using Workflows.Host.Commands;
using Workflows.Marketing.Content;
using Workflows.Storage;

namespace Workflows.Host.Composition;

/// <summary>What an installation chooses: section <c>Workflows</c>, environment <c>WORKFLOWS__…</c>, options of <c>serve</c>.</summary>
internal sealed class HostSettings : IValidatableObject
{
    public const string Section = "Workflows";

    /// <summary>Where the server listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>The folder that holds the embedded database.</summary>
    /// <value>The default value is <c>~/.local/share/workflows</c>.</value>
    [Required]
    public string Data { get; set; } =
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            ),
            "workflows"
        );

    /// <summary>Which database keeps everything.</summary>
    /// <value>The default value is <see cref="StorageKind.Sqlite"/>, a file in <see cref="Data"/>.</value>
    [EnumDataType(typeof(StorageKind))]
    public StorageKind Provider { get; set; } = StorageKind.Sqlite;

    /// <summary>How to reach PostgreSQL; for SQLite it replaces the file in <see cref="Data"/>.</summary>
    /// <value>The default value is none.</value>
    public string? ConnectionString { get; set; }

    /// <summary>The IANA time zone whose days the workspace counts in.</summary>
    /// <value>The default value is <c>Asia/Shanghai</c>.</value>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Where the webhook channel delivers messages.</summary>
    /// <value>The default value is none: there is no such channel then.</value>
    public string? Webhook { get; set; }

    /// <summary>Where the shop takes the refunds of group-buys: a POST each, with a key, see docs/group-buy.md.</summary>
    /// <value>The default value is none: the shop fetches refunds and confirms them.</value>
    public string? Refunds { get; set; }

    /// <summary>Where customers reach this server's short links, for example <c>https://s.brand.cn</c>.</summary>
    /// <value>The default value is none: links are sent as they are written, and not counted.</value>
    public string? Links { get; set; }

    /// <summary>Further addresses at which customers reach short links, such as one a brand, separated by semicolons. Blocks and journeys choose one.</summary>
    /// <value>The default value is none: every short link is on <see cref="Links"/>.</value>
    public string? LinkDomains { get; set; }

    /// <summary>How many days short links lead somewhere, unless a block or a content says otherwise.</summary>
    /// <value>The default value is none: for ever.</value>
    [Range(1, 3_650, ErrorMessage = "Workflows:LinkDays is a whole number from 1 to 3650.")]
    public int? LinkDays { get; set; }

    /// <summary>Where the page of a link that has ended leads back to, for example the shop's first page.</summary>
    /// <value>The default value is none: it leads nowhere.</value>
    public string? LinkHome { get; set; }

    /// <summary>Whether a journey that reaches customers is published only as it was simulated, or with a waiver.</summary>
    /// <value>The default value is false: simulating is a service of the installation, not a gate.</value>
    public bool RequireSimulations { get; set; }

    /// <summary>Whether journeys may fetch files from addresses of the installation's own network.</summary>
    /// <value>The default value is false: only the open internet.</value>
    public bool PrivateDownloads { get; set; }

    /// <summary>Where the server listens, separated by semicolons.</summary>
    /// <value>The default value is <see cref="DefaultUrls"/>.</value>
    [Required]
    public string Urls { get; set; } = DefaultUrls;

    /// <summary>The folder whose subfolders are plug-ins: activities written by developers. Its code runs in the server.</summary>
    /// <value>The default value is <c>plugins</c> in <see cref="Data"/>.</value>
    public string? Plugins { get; set; }

    /// <summary>The folder with <c>workflows/</c> and <c>rules/</c> whose templates the API offers.</summary>
    /// <value>The default value is what <c>WORKFLOWS_HOME</c> names, else the current folder.</value>
    public string? Library { get; set; }

    /// <summary>The domains of short links, the usual one first; null where links are not tracked.</summary>
    public LinkDomains? ShortLinks =>
        string.IsNullOrWhiteSpace(Links)
            ? null
            : new LinkDomains(new Uri(Links), Further(LinkDomains).Select(address => new Uri(address)));

    /// <summary>The folder of the plug-ins.</summary>
    public string PluginFolder => string.IsNullOrWhiteSpace(Plugins) ? Path.Combine(Data, "plugins") : Plugins;

    /// <summary>The connection string of the chosen database.</summary>
    public string Database =>
        string.IsNullOrWhiteSpace(ConnectionString)
            ? $"Data Source={Path.Combine(Data, "workflows.db")}"
            : ConnectionString;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="BadInputException">Something is wrong; the message says everything that is.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var settings = new HostSettings();
        try
        {
            configuration.GetSection(Section).Bind(settings);
        }
        catch (InvalidOperationException mistake)
        {
            throw new BadInputException($"{mistake.Message} {mistake.InnerException?.Message}".TrimEnd(), mistake);
        }

        List<ValidationResult> mistakes = [];
        return Validator.TryValidateObject(
            settings,
            new ValidationContext(settings),
            mistakes,
            validateAllProperties: true
        )
            ? settings
            : throw new BadInputException(string.Join(' ', mistakes.Select(mistake => mistake.ErrorMessage)));
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == StorageKind.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new("Workflows:ConnectionString is needed for PostgreSQL.", [nameof(ConnectionString)]);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Workflows:TimeZone '{TimeZone}' is not a known time zone.", [nameof(TimeZone)]);
        }

        if (!string.IsNullOrWhiteSpace(Webhook) && !IsWebAddress(Webhook))
        {
            yield return new($"Workflows:Webhook '{Webhook}' is not an http or https address.", [nameof(Webhook)]);
        }

        if (!string.IsNullOrWhiteSpace(Refunds) && !IsWebAddress(Refunds))
        {
            yield return new($"Workflows:Refunds '{Refunds}' is not an http or https address.", [nameof(Refunds)]);
        }

        if (!string.IsNullOrWhiteSpace(Links) && !IsWebAddress(Links))
        {
            yield return new($"Workflows:Links '{Links}' is not an http or https address.", [nameof(Links)]);
        }

        if (Further(LinkDomains).FirstOrDefault(address => !IsWebAddress(address)) is { } wrong)
        {
            yield return new(
                $"Workflows:LinkDomains '{wrong}' is not an http or https address.",
                [nameof(LinkDomains)]
            );
        }

        if (string.IsNullOrWhiteSpace(Links) && Further(LinkDomains).Length > 0)
        {
            yield return new("Workflows:LinkDomains needs Workflows:Links, the usual address.", [nameof(LinkDomains)]);
        }

        if (!string.IsNullOrWhiteSpace(LinkHome) && !IsWebAddress(LinkHome))
        {
            yield return new($"Workflows:LinkHome '{LinkHome}' is not an http or https address.", [nameof(LinkHome)]);
        }
    }

    private static string[] Further(string? addresses) =>
        (addresses ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
