using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Contacts;

/// <summary>Checks events before they are stored; the database must never be the one to find out.</summary>
internal static partial class ContactEventValidator
{
    private const int MaxDiagnostics = 100;
    private const int MaxDataLength = 16_384;
    private static readonly DateTimeOffset Earliest = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static List<Diagnostic> Validate(IReadOnlyList<ContactEvent> events, DateTimeOffset now)
    {
        List<Diagnostic> diagnostics = [];
        if (events.Count is 0 or > ContactEventIntake.MaxBatch)
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT001",
                    $"A batch holds 1 to {ContactEventIntake.MaxBatch} events, not {events.Count}.",
                    "$",
                    Remedy: "Send the events in several batches."
                )
            );
            return diagnostics;
        }

        for (var i = 0; i < events.Count && diagnostics.Count < MaxDiagnostics; i++)
        {
            Validate(events[i], string.Create(CultureInfo.InvariantCulture, $"$[{i}]"), now, diagnostics);
        }

        return diagnostics;
    }

    private static void Validate(ContactEvent item, string path, DateTimeOffset now, List<Diagnostic> diagnostics)
    {
        CheckText(item.Source, 64, $"{path}.source", diagnostics);
        CheckText(item.Id, 128, $"{path}.id", diagnostics);
        if (!TypePattern().IsMatch(item.Type))
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT003",
                    $"'{Shorten(item.Type)}' is not an event type.",
                    $"{path}.type",
                    Remedy: "Write lower-case words joined by dots, at most 64 characters, such as order.paid."
                )
            );
        }

        if (item.At < Earliest || item.At > now.AddDays(1))
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT004",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{item.At:yyyy-MM-ddTHH:mm:sszzz} is not a time an event can have happened at."
                    ),
                    $"{path}.at",
                    Remedy: "Send a time between 1970 and now, with its offset from UTC."
                )
            );
        }

        CheckIdentities(item.Identities, $"{path}.contact", diagnostics);
        CheckData(item, $"{path}.data", diagnostics);
    }

    private static void CheckText(string text, int maxLength, string path, List<Diagnostic> diagnostics)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength || text.Any(char.IsControl))
        {
            diagnostics.Add(new Diagnostic("EVT002", $"1 to {maxLength} printable characters are needed here.", path));
        }
    }

    private static void CheckIdentities(ContactIdentities identities, string path, List<Diagnostic> diagnostics)
    {
        if (identities.Count is 0 or > 8)
        {
            diagnostics.Add(
                new Diagnostic(
                    "EVT005",
                    "The event does not say whose it is.",
                    path,
                    Remedy: $"Name the contact by 1 to 8 of {string.Join(", ", ContactIdentity.KindNames)}."
                )
            );
        }

        foreach (var identity in identities)
        {
            CheckText(identity.Value, 128, $"{path}.{identity.KindName}", diagnostics);
        }
    }

    private static void CheckData(ContactEvent item, string path, List<Diagnostic> diagnostics)
    {
        if (item.Data is null)
        {
            OrderCheck.Nothing(item.Type, path, diagnostics);
            LocationCheck.Of(item.Type, null, path, diagnostics);
            return;
        }

        if (item.Data.Length > MaxDataLength)
        {
            diagnostics.Add(new Diagnostic("EVT006", $"Data is longer than {MaxDataLength} characters.", path));
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(item.Data);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                diagnostics.Add(new Diagnostic("EVT007", "Data is not a JSON object.", path));
            }
            else
            {
                OrderCheck.Of(item.Type, document.RootElement, path, diagnostics);
                LocationCheck.Of(item.Type, document.RootElement, path, diagnostics);
            }
        }
        catch (JsonException)
        {
            diagnostics.Add(new Diagnostic("EVT007", "Data is not a JSON object.", path));
        }
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(
        @"^(?=.{1,64}\z)[a-z][a-z0-9]*([._-][a-z0-9]+)*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex TypePattern();
}
