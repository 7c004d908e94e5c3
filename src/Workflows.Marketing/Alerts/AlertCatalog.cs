using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Documents;

namespace Workflows.Marketing.Alerts;

/// <summary>Keeps who is told of what in this workspace.</summary>
public sealed class AlertCatalog
{
    /// <summary>The name of the document.</summary>
    public const string Document = "alerts";

    private const int MostReceivers = 50;
    private const int LongestId = 64;
    private const int LargestNumber = 100_000;

    private readonly KeptDocument<AlertSettings> _settings;

    /// <param name="documents">Where the document is kept.</param>
    /// <param name="clock">Says how old a look-up is.</param>
    /// <param name="tenant">Whose alerts.</param>
    public AlertCatalog(IDocumentStore documents, TimeProvider clock, int tenant) =>
        _settings = new(documents, clock, tenant, Document, Read, new AlertSettings());

    /// <summary>What is in force.</summary>
    public ValueTask<AlertSettings> GetAsync(CancellationToken cancellationToken) =>
        _settings.GetAsync(cancellationToken);

    /// <summary>Says who is told of what from now on.</summary>
    /// <returns>All mistakes; with one nothing is kept.</returns>
    public async Task<IReadOnlyList<Diagnostic>> SaveAsync(AlertSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Check(settings) is { Count: > 0 } mistakes
            ? mistakes
            : await _settings.SaveAsync(
                JsonSerializer.Serialize(settings, JsonSerializerOptions.Web),
                cancellationToken
            );
    }

    private static List<Diagnostic> Check(AlertSettings settings)
    {
        List<Diagnostic> mistakes = [];
        if (
            settings.Receivers.Count > MostReceivers
            || settings.Receivers.Any(id => string.IsNullOrWhiteSpace(id) || id.Length > LongestId)
        )
        {
            mistakes.Add(
                new Diagnostic(
                    AlertCodes.BadReceivers,
                    "Those who are told are not user ids of the staff.",
                    "$.receivers",
                    Remedy: $"Write at most {MostReceivers} user ids of 1 to {LongestId} characters."
                )
            );
        }

        if (settings.MostADay is < 1 or > LargestNumber)
        {
            mistakes.Add(
                new Diagnostic(
                    AlertCodes.BadNumber,
                    $"{settings.MostADay} is no number of customers a day.",
                    "$.mostADay",
                    Remedy: $"Write a number from 1 to {LargestNumber}."
                )
            );
        }

        return mistakes;
    }

    private static (AlertSettings? Value, IReadOnlyList<Diagnostic> Diagnostics) Read(string text) =>
        (JsonSerializer.Deserialize<AlertSettings>(text, JsonSerializerOptions.Web), []);
}
