using System.Globalization;
using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Journeys.Cases;

/// <summary>Holds what came of a case against what was expected.</summary>
internal static class JourneyCaseComparison
{
    public static IReadOnlyList<string> Compare(JourneyExpectation expected, ContactRun run) =>
        [
            .. CompareMessages(expected.Messages, run.Messages),
            .. CompareAttributes(expected.Attributes, run.Contact),
            .. CompareTags(expected.Tags, run.Contact),
            .. CompareInstances(expected.Instances, run.Instances),
            .. CompareWord("pool", expected.Pool, run.Contact.Pool),
            .. CompareWord("stage", expected.Stage, run.Contact.Stage),
        ];

    private static IEnumerable<string> CompareMessages(
        IReadOnlyList<ExpectedMessage>? expected,
        IReadOnlyList<OutboundMessage> got
    )
    {
        if (expected is null)
        {
            yield break;
        }

        for (var i = 0; i < Math.Max(expected.Count, got.Count); i++)
        {
            if (i >= got.Count)
            {
                yield return $"Message {i + 1} is missing: {Show(expected[i])}.";
            }
            else if (i >= expected.Count)
            {
                yield return $"Message {i + 1} was not expected: {Show(got[i])}.";
            }
            else if (!Fits(expected[i], got[i]))
            {
                yield return $"Message {i + 1} is {Show(got[i])}, expected {Show(expected[i])}.";
            }
        }
    }

    private static IEnumerable<string> CompareAttributes(
        IReadOnlyDictionary<string, JsonElement>? expected,
        Contact contact
    ) =>
        from pair in expected ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        let got = contact.Attribute(pair.Key)
        where !Equals(AttributeValue.FromJson(pair.Value), got)
        select $"The attribute '{pair.Key}' is {JsonSerializer.Serialize(got)}, expected {pair.Value.GetRawText()}.";

    private static IEnumerable<string> CompareTags(IReadOnlyList<string>? expected, Contact contact) =>
        expected is null || contact.Tags.SequenceEqual(expected.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? []
            : [$"The tags are {Show(contact.Tags)}, expected {Show(expected)}."];

    private static IEnumerable<string> CompareInstances(
        IReadOnlyDictionary<string, int>? expected,
        IReadOnlyList<WorkflowInstance> instances
    )
    {
        if (expected is null)
        {
            return [];
        }

        var got = instances.CountBy(InstanceWord.Of, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return expected
            .Keys.Union(got.Keys, StringComparer.Ordinal)
            .Where(word => expected.GetValueOrDefault(word) != got.GetValueOrDefault(word))
            .Select(word =>
                $"{got.GetValueOrDefault(word)} instances are {word}, expected {expected.GetValueOrDefault(word)}."
            );
    }

    private static IEnumerable<string> CompareWord(string what, string? expected, string? got) =>
        expected is null || string.Equals(expected, got, StringComparison.Ordinal)
            ? []
            : [$"The {what} is '{got}', expected '{expected}'."];

    private static bool Fits(ExpectedMessage expected, OutboundMessage got) =>
        string.Equals(expected.Template, got.Template, StringComparison.Ordinal)
        && (expected.At is null || expected.At == got.CreatedAt)
        && (expected.Channel is null || string.Equals(expected.Channel, got.Channel, StringComparison.Ordinal))
        && (expected.Text is null || string.Equals(expected.Text, got.Content.Text, StringComparison.Ordinal))
        && (expected.Staff is null || string.Equals(expected.Staff, StaffOf(got), StringComparison.Ordinal));

    private static string? StaffOf(OutboundMessage message) => (message.Recipient as Recipient.Staff)?.StaffId;

    private static string Show(ExpectedMessage message) =>
        Show(message.Template, message.At, message.Text, message.Staff);

    private static string Show(OutboundMessage message) =>
        Show(message.Template, message.CreatedAt, message.Content.Text, StaffOf(message));

    private static string Show(string template, DateTimeOffset? at, string? text, string? staff) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{template}'{(staff is null ? "" : $" to {staff}")}{(at is null ? "" : $" at {at:yyyy-MM-ddTHH:mm:sszzz}")}{(text is null ? "" : $" saying \"{text}\"")}"
        );

    private static string Show(IEnumerable<string> tags) => $"[{string.Join(", ", tags)}]";
}
