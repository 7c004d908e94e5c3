using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Experiments;

/// <summary>
/// What experiments with two ways have in common: contacts are drawn into arms, each is noted once in its history, and the report counts who
/// of each arm got where.
/// </summary>
public abstract class TwoArms : CodeActivity
{
    private readonly string _first;
    private readonly string _second;

    private protected TwoArms(string first, string second) => (_first, _second) = (first, second);

    /// <summary>The experiment's name.</summary>
    [Input(
        DisplayName = "Experiment",
        Description = "The name the report is found by, for example summer-join. The arms of one name are the same in every journey.",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Experiment { get; set; } = default!;

    /// <summary>How many of a hundred go the first way; 100, everybody, unless an experiment is on.</summary>
    [Input(
        DisplayName = "Share of the first way",
        Description = "How many of 100 contacts go the first way: 50 for an experiment, 100 when it is decided.",
        DefaultValue = 100,
        Order = 2
    )]
    public Input<int> Share { get; set; } = new(100);

    /// <summary>The contact's arm.</summary>
    [Output(Description = "The way the contact goes.")]
    public Output<string>? Arm { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var contact = context.Contact();
        var experiment = Experiment.Get(context)?.Trim() ?? "";
        var arm = ArmDraw.Of(experiment, contact.Id) * 100 < Share.Get(context) ? _first : _second;
        context.JournalData["arm"] = arm;
        context.Emit(
            new ContactNoted(
                context.EffectKey("arm"),
                contact.Id,
                new ContactNote(
                    HistoryKind.Experiment,
                    context.Now,
                    experiment,
                    arm,
                    context.Instance.Graph.DefinitionId
                )
            )
        );
        context.Set(Arm, arm);
        return context.CompleteActivityWithOutcomesAsync(arm);
    }
}
