using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// Says which persona speaks to the contact, by name or by rules (S1-39…41). A contact has one persona of the brand, one expert
/// and one that sells (S4-37): another expert is refused unless it may take the first one's place.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Says which persona speaks to the contact, by name or by a rule set; one of the brand, one expert and one that sells.",
    DisplayName = "Assign persona",
    Icon = "persona"
)]
[FlowNode(Changed, Unchanged, Taken, None)]
public sealed class AssignPersona : CodeActivity
{
    internal const string None = "None";
    private const string Changed = "Changed";
    private const string Unchanged = "Unchanged";
    private const string Taken = "Taken";
    private const int LongestName = 64;

    /// <summary>The persona.</summary>
    [Input(
        Description = "Which persona, for example founder. Empty: as the rule set says; without one, none speaks any more.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(PersonaOptions),
        Order = 1
    )]
    public Input<string?>? Persona { get; set; }

    /// <summary>The rule set that names the persona: the event of the first rule that holds.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "The rule set that names the persona by the event of the first rule that holds, for example persona-matrix.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        Order = 2
    )]
    public Input<string?>? RuleSet { get; set; }

    /// <summary>What the rule set asks about besides the contact and the time, as an object or as its JSON.</summary>
    [Input(
        DisplayName = "Further inputs",
        Description = "What the rule set asks about besides the contact, as a JSON object, for example the price and the category.",
        UIHint = InputUIHints.JsonEditor,
        DefaultSyntax = "JavaScript",
        Order = 3
    )]
    public Input<object?>? Inputs { get; set; }

    /// <summary>Whether an expert, or one that sells, may take the place of another one. The default is false.</summary>
    [Input(
        Description = "Whether an expert, or a persona that sells, may take the place of another one. The brand's always may.",
        DefaultValue = false,
        Order = 4
    )]
    public Input<bool> Replace { get; set; } = new(false);

    /// <summary>The persona that speaks now.</summary>
    [Output(DisplayName = "Assigned persona", Description = "The persona that was named; empty for none.")]
    public Output<string>? Assigned { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var ruleSet = context.Get(RuleSet)?.Trim() is { Length: > 0 } given ? given : null;
        var named = context.Get(Persona)?.Trim() is { Length: > 0 } name ? name : null;
        var persona = named ?? (ruleSet is null ? null : await ByRulesAsync(context, ruleSet));
        context.Set(Assigned, persona ?? "");
        var outcome =
            persona is not null ? await AssignAsync(context, persona)
            : ruleSet is not null ? None
            : Dismiss(context);
        await context.CompleteActivityWithOutcomesAsync(outcome);
    }

    private async ValueTask<string?> ByRulesAsync(ActivityExecutionContext context, string ruleSet) =>
        (await context.AskAsync(ruleSet, context.Get(Inputs))).SuccessEvent;

    private async ValueTask<string> AssignAsync(ActivityExecutionContext context, string name)
    {
        var contact = context.Contact();
        var type = await TypeOfAsync(context, name);
        var before = contact.PersonaOf(type);
        if (before is not null && type != PersonaType.Brand && !context.Get(Replace) && !Is(before, name))
        {
            context.JournalData["taken"] = before;
            return Taken;
        }

        if (!contact.Meet(type, name))
        {
            return Unchanged;
        }

        context.EmitChange(contact, HistoryKind.Persona, before, name);
        return Changed;
    }

    private static string Dismiss(ActivityExecutionContext context)
    {
        var contact = context.Contact();
        var before = string.Join(", ", contact.Personas);
        if (!contact.MeetNobody())
        {
            return Unchanged;
        }

        context.EmitChange(contact, HistoryKind.Persona, before, null);
        return Changed;
    }

    // Where no personas are known, in a back-test for example, any may speak, as one of the brand.
    private static async ValueTask<PersonaType> TypeOfAsync(ActivityExecutionContext context, string name)
    {
        if (context.GetService<PersonaShelf>() is not { } shelf)
        {
            return name.Length <= LongestName
                ? PersonaType.Brand
                : throw new FaultException("PersonaUnknown", $"'{name}' is no name of a persona.");
        }

        return await shelf.FindAsync(name, context.CancellationToken) is { } persona
            ? persona.Type
            : throw new FaultException("PersonaUnknown", $"There is no persona named '{name}'.");
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
