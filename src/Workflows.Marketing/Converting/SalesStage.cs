using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Converting;

/// <summary>Moves the contact through the stages of selling in 1:1 chats (S2-41); no stage is skipped.</summary>
[Activity(
    "Marketing",
    "Convert",
    "Moves the contact to a stage of 1:1 selling; a jump over a stage is refused. Tells how long the one before lasted.",
    DisplayName = "1:1 sales stage",
    Icon = "sales-stage"
)]
[FlowNode(Changed, Unchanged, Refused)]
public sealed class SalesStage : CodeActivity
{
    private const string Changed = "Changed";
    private const string Unchanged = "Unchanged";
    private const string Refused = "Refused";

    /// <summary>The stage.</summary>
    [Input(
        Description = "The stage: need, recommend, convert and maintain follow each other; a new need may follow any of them.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "need", "recommend", "convert", "maintain" },
        DefaultValue = SalesStages.Need,
        IsRequired = true
    )]
    public Input<string> Stage { get; set; } = new(SalesStages.Need);

    /// <summary>The stage before; empty for none.</summary>
    [Output(Description = "The stage before. Empty: none.")]
    public Output<string>? Before { get; set; }

    /// <summary>How many days the stage before lasted, or has lasted; null for none.</summary>
    [Output(DisplayName = "Days in it", Description = "How many days the stage before lasted, or has lasted.")]
    public Output<double?>? Days { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var contact = context.Contact();
        var (before, stage) = (contact.Attribute(SalesStages.Attribute) as string, Stage.Get(context)?.Trim() ?? "");
        if (!SalesStages.All.Contains(stage, StringComparer.Ordinal))
        {
            throw new FaultException(
                "UnknownStage",
                $"There is no stage '{stage}': write {string.Join(", ", SalesStages.All)}."
            );
        }

        var days = DaysOf(contact, context.Now);
        context.JournalData["days"] = days;
        context.Set(Before, before ?? "");
        context.Set(Days, days);
        var isSame = stage.Equals(before, StringComparison.Ordinal);
        if (isSame || !SalesStages.Allows(before, stage))
        {
            await context.CompleteActivityWithOutcomesAsync(isSame ? Unchanged : Refused);
            return;
        }

        contact.SetAttribute(SalesStages.Attribute, stage);
        contact.SetAttribute(
            SalesStages.SinceAttribute,
            context.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)
        );
        context.EmitChange(contact, HistoryKind.Attribute, before, stage);
        await context.CompleteActivityWithOutcomesAsync(Changed);
    }

    private static double? DaysOf(Contact contact, DateTimeOffset now) =>
        contact.Attribute(SalesStages.SinceAttribute) is string since
        && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var began)
            ? Math.Round((now - began).TotalDays, 2)
            : null;
}
