using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Mining;

/// <summary>
/// Waits for the answers to a survey, and notes them: answers as attributes, some answers as tags. The survey itself is a page whose
/// link an earlier block sends; it tells its answers by the event <c>survey.answered</c>.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Waits for the answers to a survey, and notes them on the contact as attributes and tags.",
    DisplayName = "Survey",
    Icon = "survey"
)]
[FlowNode(Answered, TimedOut)]
public sealed class Survey() : FittingWait(Answered)
{
    private const string Answered = "Answered";
    private const string Arrow = "=>";

    /// <summary>Which survey.</summary>
    [Input(
        DisplayName = "Survey",
        Description = "Which survey, as events name it in survey.",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> SurveyName { get; set; } = default!;

    /// <summary>Which answers are kept as attributes.</summary>
    [Input(
        DisplayName = "Answers to attributes",
        Description = "Which answers are kept: question => attribute, one a line, for example budget => budget.",
        UIHint = InputUIHints.MultiText,
        Order = 2
    )]
    public Input<ICollection<string>>? Attributes { get; set; }

    /// <summary>Which answers give a tag.</summary>
    [Input(
        DisplayName = "Answers to tags",
        Description = "Which answers give a tag: question: answer => tag, one a line, for example budget: high => 高预算.",
        UIHint = InputUIHints.MultiText,
        Order = 3
    )]
    public Input<ICollection<string>>? Tags { get; set; }

    private protected override string EventType => "survey.answered";

    private protected override bool Fits(ActivityExecutionContext context, ContactEvent told) =>
        string.Equals(EventFacts.Of(told)["survey"], SurveyName.Get(context)?.Trim(), StringComparison.Ordinal);

    private protected override async ValueTask TakeAsync(ActivityExecutionContext context, ContactEvent told)
    {
        var answers = AnswersOf(told);
        var contact = context.Contact();
        var changed = false;
        foreach (var (question, attribute) in Pairs(context.Get(Attributes)))
        {
            changed |= answers.TryGetValue(question, out var answer) && contact.SetAttribute(attribute, answer);
        }

        if (changed)
        {
            context.EmitContactChanged(contact);
        }

        foreach (var (said, tag) in Pairs(context.Get(Tags)))
        {
            string[] parts = said.Split(':', 2, StringSplitOptions.TrimEntries);
            if (
                parts.Length == 2
                && answers.TryGetValue(parts[0], out var answer)
                && string.Equals(answer?.ToString(), parts[1], StringComparison.OrdinalIgnoreCase)
            )
            {
                await context.PutTagAsync(
                    new TagMark(tag, TagFamily.Attribute, context.Now, context.Instance.Graph.DefinitionId),
                    tag
                );
            }
        }
    }

    private static IEnumerable<(string Left, string Right)> Pairs(ICollection<string>? lines) =>
        (lines ?? [])
            .Select(line => line.Split(Arrow, 2, StringSplitOptions.TrimEntries))
            .Where(parts => parts is [{ Length: > 0 }, { Length: > 0 }])
            .Select(parts => (parts[0], parts[1]));

    private static Dictionary<string, object?> AnswersOf(ContactEvent told)
    {
        using var document = JsonDocument.Parse(told.Data ?? "{}");
        return
            document.RootElement.TryGetProperty("answers", out var answers) && answers.ValueKind == JsonValueKind.Object
            ? answers
                .EnumerateObject()
                .ToDictionary(one => one.Name, one => AttributeValue.FromJson(one.Value), StringComparer.Ordinal)
            : [];
    }
}
