using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Replying;

/// <summary>
/// Answers what the contact wrote by a model (S4-48): finds the approved script that answers it, for the block that says it next, where limits, consent and
/// texts are judged as for everything that is sent. Where the model is not sure, or a person is asked for, it hands over.
/// </summary>
[Activity(
    "Marketing",
    "Nurture",
    "Finds the approved script that answers what the contact wrote, by a model, for the block that says it next; hands over to a person where the model is not sure.",
    DisplayName = "Auto-reply",
    Icon = "reply"
)]
[FlowNode(Answered, HandOver)]
public sealed class AutoReply : CodeActivity
{
    /// <summary>
    /// How it is told who answers; data: <c>content</c> (with its version; absent after a hand-over), <c>product</c>, <c>model</c>, <c>madeBy</c>
    /// (<c>algorithm</c> or <c>person</c>), <c>sureness</c>, <c>reason</c> of a hand-over, <c>journey</c>, <c>version</c>.
    /// </summary>
    public const string MadeEvent = "reply.made";

    internal const string Answered = "Answered";
    internal const string HandOver = "HandOver";
    private const string Source = "replying";
    private const double UsuallySure = 0.6;

    // Who asks for money back, for a person or complains is not answered by a machine.
    private static readonly string[] Delicate = ["人工", "投诉", "退款", "退货", "赔", "举报", "complain", "refund"];

    /// <summary>What the contact wrote.</summary>
    [Input(
        Description = "What the contact wrote, for example {{ Variables.Start.data.text }}. Nothing written: a person answers.",
        UIHint = InputUIHints.MultiLine,
        DefaultSyntax = "Liquid",
        IsRequired = true,
        Order = 1
    )]
    public Input<string> Message { get; set; } = default!;

    /// <summary>The model that answers.</summary>
    [Input(
        Description = "What answers: phrases (the name of a script lists what customers say, with / between), rules (a rule set says how sure it is of each), or a model of a plug-in.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ReplierOptions),
        DefaultValue = PhraseReplier.ModelName,
        Order = 2
    )]
    public Input<string> Model { get; set; } = new(PhraseReplier.ModelName);

    /// <summary>The rule set, for models that ask one.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "The rule set that says how sure it is of each, for the model rules. Empty: auto-reply.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        Order = 3
    )]
    public Input<string?>? RuleSet { get; set; }

    /// <summary>Only these contents.</summary>
    [Input(
        DisplayName = "Only these",
        Description = "The ids of the contents that may answer, one a line. Empty: all approved scripts.",
        UIHint = InputUIHints.MultiText,
        Order = 4
    )]
    public Input<ICollection<string>>? Only { get; set; }

    /// <summary>Only of this category.</summary>
    [Input(Description = "Only of this category. Empty: of any.", Order = 5)]
    public Input<string?>? Category { get; set; }

    /// <summary>How sure the model has to be.</summary>
    [Input(
        DisplayName = "Sure from",
        Description = "How sure the model has to be, from 0 to 1; below that a person answers.",
        DefaultValue = UsuallySure,
        Minimum = 0,
        Maximum = 1,
        Order = 6
    )]
    public Input<double> SureFrom { get; set; } = new(UsuallySure);

    /// <summary>Words on which a person answers, whatever the model says.</summary>
    [Input(
        DisplayName = "A person answers",
        Description = "Words on which a person answers whatever the model says, one a line. Empty: words of complaints, of money back and of who wants a person.",
        UIHint = InputUIHints.MultiText,
        Order = 7
    )]
    public Input<ICollection<string>>? Words { get; set; }

    /// <summary>The channel that will say it.</summary>
    [Input(
        Description = "The channel that will say it: contents have to fit it, and who refuses service messages there is left to a person.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ChannelOptions),
        DefaultValue = "wecom",
        Order = 8
    )]
    public Input<string> Channel { get; set; } = new("wecom");

    /// <summary>The content that answers.</summary>
    [Output(
        Description = "The content that answers, with its version, for a block that sends it; empty after HandOver."
    )]
    public Output<string>? Content { get; set; }

    /// <summary>How sure the model is.</summary>
    [Output(Description = "How sure the model is, from 0 to 1.")]
    public Output<double>? Sureness { get; set; }

    /// <summary>Why a person answers.</summary>
    [Output(
        Description = "Why a person answers: opted_out, nothing_said, person_wanted, nothing_known or not_sure; empty after Answered."
    )]
    public Output<string>? Reason { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var wish = WishOf(context);
        var reason = ReasonBefore(context, wish);
        var reply = reason is null
            ? await context
                .GetRequiredService<ReplyDesk>()
                .AskAsync(wish, context.Contact(), context.Now, context.CancellationToken)
            : null;
        reason ??=
            reply is null ? "nothing_known"
            : reply.Sureness < context.Get(SureFrom) ? "not_sure"
            : null;
        Tell(context, wish.Model, reply, reason);
        context.Set(Content, reason is null ? reply!.Candidate.Reference : "");
        context.Set(Sureness, reply?.Sureness ?? 0);
        context.Set(Reason, reason ?? "");
        await context.CompleteActivityWithOutcomesAsync(reason is null ? Answered : HandOver);
    }

    private ReplyWish WishOf(ActivityExecutionContext context) =>
        new(
            Message.Get(context)?.Trim() ?? "",
            Filled(Model.Get(context)) ?? PhraseReplier.ModelName,
            Filled(Channel.Get(context)) ?? "wecom"
        )
        {
            RuleSet = Filled(context.Get(RuleSet)),
            Category = Filled(context.Get(Category)),
            Only = Lines(context, Only),
        };

    // What needs no model.
    private string? ReasonBefore(ActivityExecutionContext context, ReplyWish wish) =>
        context.Contact().Refuses(wish.Channel, "service") ? ReasonCodes.OptedOut
        : wish.Message.Length == 0 ? "nothing_said"
        : Array.Exists(
            Lines(context, Words) is { Length: > 0 } words ? words : Delicate,
            word => wish.Message.Contains(word, StringComparison.OrdinalIgnoreCase)
        )
            ? "person_wanted"
        : null;

    private static void Tell(ActivityExecutionContext context, string model, Reply? reply, string? reason)
    {
        var graph = context.Instance.Graph;
        context.JournalData["model"] = model;
        context.JournalData["sureness"] = reply?.Sureness ?? 0;
        context.JournalData["reply"] = reply?.Candidate.Reference ?? "";
        if (reason is not null)
        {
            context.JournalData["reason"] = reason;
        }

        context.Tell(
            Source,
            MadeEvent,
            1,
            new
            {
                content = reason is null ? reply!.Candidate.Reference : null,
                product = reason is null ? reply!.Candidate.Product : null,
                model,
                madeBy = reason is null ? "algorithm" : "person",
                sureness = reply?.Sureness ?? 0,
                reason,
                journey = graph.DefinitionId,
                version = graph.Version,
            }
        );
    }

    private static string[] Lines(ActivityExecutionContext context, Input<ICollection<string>>? input) =>
        [.. (context.Get(input) ?? []).Select(line => line.Trim()).Where(line => line.Length > 0)];

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
