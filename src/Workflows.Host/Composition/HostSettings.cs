using System.ComponentModel.DataAnnotations;

namespace Workflows.Host.Composition;

/// <summary>What an installation chooses: section <c>Workflows</c>, environment <c>WORKFLOWS__…</c>, options of <c>serve</c>.</summary>
internal sealed class HostSettings : IValidatableObject
{
    public const string Section = "Workflows";

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
    /// <value>The default value is <see cref="DatabaseKind.Sqlite"/>, a file in <see cref="Data"/>.</value>
    [EnumDataType(typeof(DatabaseKind))]
    public DatabaseKind Provider { get; set; } = DatabaseKind.Sqlite;

    /// <summary>How to reach PostgreSQL; for SQLite it replaces the file in <see cref="Data"/>.</summary>
    /// <value>The default value is none.</value>
    public string? ConnectionString { get; set; }

    /// <summary>The IANA time zone whose days the workspace counts in.</summary>
    /// <value>The default value is <c>Asia/Shanghai</c>.</value>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Where the webhook channel delivers messages.</summary>
    /// <value>The default value is none: messages for it wait as dead letters.</value>
    public string? Webhook { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseKind.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
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
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
