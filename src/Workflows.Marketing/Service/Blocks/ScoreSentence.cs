using System.Globalization;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service.Blocks;

/// <summary>
/// Scores the tone of one sentence of the staff (S0-60). The words are those of a rule set, in Chinese and English, that an installation changes or replaces; or
/// another system has scored it, and the number is passed in. It punishes nobody: behind <c>Sarcastic</c> stands a task for a supervisor.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Scores the tone of a sentence of the staff, by the words of a rule set or by another system's number.",
    DisplayName = "Score sentence",
    Icon = "rules"
)]
[FlowNode("Warm", "Neutral", "Cold", "Sarcastic")]
public sealed class ScoreSentence : CodeActivity
{
    /// <summary>The rule set with the product's words.</summary>
    public const string UsualRuleSet = "service-sentiment";

    /// <summary>The sentence.</summary>
    [Input(
        Description = "What the member of the staff said.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid",
        Order = 1
    )]
    public Input<string> Text { get; set; } = new("");

    /// <summary>Who said it.</summary>
    [Input(Description = "The userid of the member of the staff.", DefaultSyntax = "Liquid", Order = 2)]
    public Input<string?>? Staff { get; set; }

    /// <summary>The rule set that knows the words.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "The rule set that knows the words: it answers warm, neutral, cold or sarcastic.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        DefaultValue = UsualRuleSet,
        Order = 3
    )]
    public Input<string> RuleSet { get; set; } = new(UsualRuleSet);

    /// <summary>The score of another system; nothing to ask the rule set.</summary>
    [Input(
        DisplayName = "Given score",
        Description = "The score of another system, for example from an HTTP request: 1 warm, 0 neutral, -1 cold, -2 sarcastic. Empty: the rule set scores.",
        Order = 4
    )]
    public Input<int?>? Given { get; set; }

    /// <summary>The score.</summary>
    [Output(Description = "1 warm, 0 neutral, -1 cold, -2 sarcastic.")]
    public Output<int>? Score { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tone = context.Get(Given) is { } given ? ToneOf(given) : await AskAsync(context);
        var score = ScoreOf(tone);
        context.JournalData["tone"] = tone;
        context.Set(Score, score);
        context.Tell(
            $"tone:{context.Instance.Id:N}:{context.EffectKey().Split(':')[^1]}",
            ServiceEvents.SentenceScored,
            new
            {
                staff = context.Get(Staff),
                score,
                tone,
            }
        );
        await context.CompleteActivityWithOutcomesAsync(
            string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(tone[0])}{tone[1..]}")
        );
    }

    private async ValueTask<string> AskAsync(ActivityExecutionContext context)
    {
        var name = RuleSet.Get(context) is { Length: > 0 } set ? set : UsualRuleSet;
        var ruleSet =
            await context.GetRequiredService<RuleSetCatalog>().GetAsync(name, context.Now, context.CancellationToken)
            ?? throw new FaultException("RuleSetMissing", $"No version of the rule set '{name}' is in force.");
        var further = new { sentence = new { text = Text.Get(context) ?? "" } };
        var decision = ruleSet.Decide(RuleQuestion.Of(ruleSet, context.Contact(), context.Now, further));
        return decision.SuccessEvent switch
        {
            "warm" or "neutral" or "cold" or "sarcastic" => decision.SuccessEvent,
            null when decision.Message is null => "neutral",
            var other => throw new FaultException(
                "RuleFailed",
                $"The rule set '{name}' answers '{decision.Message ?? other}', not warm, neutral, cold or sarcastic."
            ),
        };
    }

    private static string ToneOf(int score) =>
        score switch
        {
            > 0 => "warm",
            0 => "neutral",
            -1 => "cold",
            _ => "sarcastic",
        };

    private static int ScoreOf(string tone) =>
        tone switch
        {
            "warm" => 1,
            "neutral" => 0,
            "cold" => -1,
            _ => -2,
        };
}
