using Workflows.Runtime.Activities;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Content;

/// <summary>
/// Gives one approved content of headquarters to members of the staff (S1-40): each gets the same material as a task, and the report of the distribution says
/// who used it.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Gives an approved content to members of the staff: each gets the same material as a task, and a report says who used it.",
    DisplayName = "Distribute content",
    Icon = "share"
)]
[FlowNode(Given, Nobody, Refused)]
public sealed class DistributeContent : CodeActivity
{
    private const string Given = "Given";
    private const string Nobody = "Nobody";
    private const string Refused = "Refused";

    /// <summary>The content.</summary>
    [Input(
        Description = "The approved content of the library that everybody gets.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ContentOptions),
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Content { get; set; } = default!;

    /// <summary>Who gets it.</summary>
    [Input(Description = "The user ids of those who get it, one a line.", UIHint = InputUIHints.MultiText, Order = 2)]
    public Input<ICollection<string>>? Staff { get; set; }

    /// <summary>The stores whose staff gets it.</summary>
    [Input(
        Description = "The stores whose active staff gets it, one a line.",
        UIHint = InputUIHints.MultiText,
        Order = 3
    )]
    public Input<ICollection<string>>? Stores { get; set; }

    /// <summary>How long there is time to use it; null for ever.</summary>
    [Input(
        DisplayName = "To be used within",
        Description = "How long there is time to use it, for example 3.00:00:00 for three days; tasks that are not done then end. Empty: for ever.",
        Order = 4
    )]
    public Input<TimeSpan?>? Within { get; set; }

    /// <summary>In which language.</summary>
    [Input(
        Description = "In which language the material is.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "zh", "en" },
        DefaultValue = "zh",
        Order = 5
    )]
    public Input<string> Language { get; set; } = new("zh");

    /// <summary>The distribution's id, for its report.</summary>
    [Output(Description = "The id under which GET /api/content-distributions/{id} says who used it.")]
    public Output<string>? Distribution { get; set; }

    /// <summary>How many got it.</summary>
    [Output(Description = "How many members of the staff got it.")]
    public Output<int>? Count { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var desk = context.GetRequiredService<DistributionDesk>();
        var named = Content.Get(context) ?? "";
        if (!ContentRef.TryParse(named, out var reference))
        {
            throw new FaultException("BadContentName", $"'{named}' is no name of a content.");
        }

        context.JournalData["content"] = named;
        if (await desk.FindAsync(reference, context.CancellationToken) is not { } version)
        {
            await EndAsync(context, Refused, "", 0);
            return;
        }

        var members = await desk.MembersAsync(Lines(context, Staff), Lines(context, Stores), context.CancellationToken);
        if (members.Count == 0)
        {
            await EndAsync(context, Nobody, "", 0);
            return;
        }

        var graph = context.Instance.Graph;
        var given = new ContentDistribution(
            StableId.Of(context.EffectKey("distribution")).ToString("N"),
            version.Ref,
            members,
            context.Now,
            graph.DefinitionId,
            context.Get(Within) is { } span ? context.Now + span : null
        );
        await desk.KeepAsync(given, context.CancellationToken);
        foreach (var task in given.Messages(version, Language.Get(context) ?? "zh"))
        {
            context.Emit(task);
        }

        context.JournalData["staff"] = members.Count;
        await EndAsync(context, Given, given.Id, members.Count);
    }

    private ValueTask EndAsync(ActivityExecutionContext context, string outcome, string distribution, int count)
    {
        context.Set(Distribution, distribution);
        context.Set(Count, count);
        return context.CompleteActivityWithOutcomesAsync(outcome);
    }

    private static string[] Lines(ActivityExecutionContext context, Input<ICollection<string>>? input) =>
        [.. (context.Get(input) ?? []).Select(line => line.Trim()).Where(line => line.Length > 0)];
}
