using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Recommending;

/// <summary>
/// Picks products or contents for the contact by a model, for the block that says them next (S4-48). Nothing that was bought lately, is
/// not sold or not left, or was told so lately that a limit would stop it (S2-17), and nothing to a contact who does not want to be told.
/// </summary>
[Activity(
    "Marketing",
    "Mine",
    "Picks products or contents for the contact by a model and hands them to the next blocks; each pick is noted as made by an algorithm or by a person.",
    DisplayName = "Recommend",
    Icon = "recommend"
)]
[FlowNode(Recommended, Nothing)]
public sealed class Recommend : CodeActivity
{
    /// <summary>How picks are told; data: <c>kind</c>, <c>item</c>, <c>product</c>, <c>model</c>, <c>madeBy</c> (<c>algorithm</c> or <c>person</c>), <c>rank</c>, <c>journey</c>, <c>version</c>.</summary>
    public const string MadeEvent = "recommendation.made";

    private const string Recommended = "Recommended";
    private const string Nothing = "NothingToRecommend";
    private const string Source = "recommending";
    private const int Most = 10;

    /// <summary>Products or contents.</summary>
    [Input(
        DisplayName = "What",
        Description = "What is recommended: products of the register, or contents of the library that may be sent.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "product", "content" },
        DefaultValue = "product",
        Order = 1
    )]
    public Input<string> What { get; set; } = new("product");

    /// <summary>The model that decides.</summary>
    [Input(
        Description = "What decides: rules (a rule set gives each a score), co-purchase (what others bought who bought the same), chosen (the first of those written below), or a model of a plug-in.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RecommenderOptions),
        DefaultValue = RuleRecommender.ModelName,
        Order = 2
    )]
    public Input<string> Model { get; set; } = new(RuleRecommender.ModelName);

    /// <summary>The rule set, for models that ask one.</summary>
    [Input(
        DisplayName = "Rule set",
        Description = "The rule set that gives each a score, for the model rules. Empty: recommend-score.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(RuleSetOptions),
        Order = 3
    )]
    public Input<string?>? RuleSet { get; set; }

    /// <summary>Only these.</summary>
    [Input(
        DisplayName = "Only these",
        Description = "The numbers (SKU) of products or the ids of contents, one a line, in the order in which a person would choose. Empty: all there are.",
        UIHint = InputUIHints.MultiText,
        Order = 4
    )]
    public Input<ICollection<string>>? Only { get; set; }

    /// <summary>Only of this category.</summary>
    [Input(Description = "Only of this category. Empty: of any.", Order = 5)]
    public Input<string?>? Category { get; set; }

    /// <summary>Only contents of this theme.</summary>
    [Input(
        Description = "Only contents that speak of this. Empty: of anything.",
        UIHint = InputUIHints.DropDown,
        Options = new[] { "", "persona", "knowledge", "sales", "expert" },
        Order = 6
    )]
    public Input<string?>? Theme { get; set; }

    /// <summary>How long a purchase keeps a product from being recommended.</summary>
    [Input(
        DisplayName = "Not bought for (days)",
        Description = "What the contact bought within so many days is not recommended.",
        DefaultValue = 30,
        Minimum = 0,
        Order = 7
    )]
    public Input<int> NotBoughtForDays { get; set; } = new(30);

    /// <summary>How many.</summary>
    [Input(
        DisplayName = "How many",
        Description = "How many at most, 1 to 10.",
        DefaultValue = 1,
        Minimum = 1,
        Maximum = Most,
        Order = 8
    )]
    public Input<int> Count { get; set; } = new(1);

    /// <summary>The channel that will say it.</summary>
    [Input(
        Description = "The channel that will say it: nothing is recommended to who wants no marketing there, and contents have to fit it.",
        UIHint = InputUIHints.DropDown,
        Options = typeof(ChannelOptions),
        DefaultValue = "wecom",
        Order = 9
    )]
    public Input<string> Channel { get; set; } = new("wecom");

    /// <summary>The best one.</summary>
    [Output(
        DisplayName = "Pick",
        Description = "The best: kind, id, name, category, product, reason (the rule that held), and content (with its version) for a block that sends it."
    )]
    public Output<object>? Pick { get; set; }

    /// <summary>All of them.</summary>
    [Output(DisplayName = "Picks", Description = "All of them, the best first.")]
    public Output<object>? Picks { get; set; }

    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (contact, desk) = (context.Contact(), context.GetRequiredService<RecommendationDesk>());
        var wish = WishOf(context);
        var model = desk.Find(wish.Model);
        context.JournalData["model"] = model.Name;
        if (contact.Refuses(wish.Channel, "marketing"))
        {
            context.JournalData["reason"] = ReasonCodes.OptedOut;
            await CompleteAsync(context, []);
            return;
        }

        var found = await desk.AskAsync(wish, contact, context.Now, context.CancellationToken);
        context.JournalData["picks"] = found.Select(one => one.Candidate.Reference).ToArray();
        for (var rank = 0; rank < found.Count; rank++)
        {
            Tell(context, model, found[rank].Candidate, rank + 1);
        }

        await CompleteAsync(context, [.. found.Select(Words)]);
    }

    private RecommendationWish WishOf(ActivityExecutionContext context) =>
        new(
            What.Get(context) is "content" ? CandidateKind.Content : CandidateKind.Product,
            Filled(Model.Get(context)) ?? RuleRecommender.ModelName,
            Filled(Channel.Get(context)) ?? "wecom"
        )
        {
            RuleSet = Filled(context.Get(RuleSet)),
            Only = [.. (context.Get(Only) ?? []).Select(id => id.Trim()).Where(id => id.Length > 0)],
            Category = Filled(context.Get(Category)),
            Theme = Enum.TryParse<ContentTheme>(context.Get(Theme), ignoreCase: true, out var theme) ? theme : null,
            NotBoughtForDays = Math.Max(0, NotBoughtForDays.Get(context)),
            Count = Math.Clamp(Count.Get(context), 1, Most),
        };

    private static void Tell(ActivityExecutionContext context, IRecommender model, Candidate candidate, int rank)
    {
        var graph = context.Instance.Graph;
        context.Tell(
            Source,
            MadeEvent,
            rank,
            new
            {
                kind = candidate.Kind.ToString().ToLowerInvariant(),
                item = candidate.Reference,
                product = candidate.Product,
                model = model.Name,
                madeBy = model.IsAlgorithm ? "algorithm" : "person",
                rank,
                journey = graph.DefinitionId,
                version = graph.Version,
            }
        );
    }

    private ValueTask CompleteAsync(ActivityExecutionContext context, IReadOnlyList<Dictionary<string, object?>> picks)
    {
        context.Set(Pick, picks is [var best, ..] ? best : null);
        context.Set(Picks, picks);
        return context.CompleteActivityWithOutcomesAsync(picks.Count > 0 ? Recommended : Nothing);
    }

    private static Dictionary<string, object?> Words(Recommendation found) => Words(found.Candidate, found.Reason);

    private static Dictionary<string, object?> Words(Candidate candidate, string? reason) =>
        new(StringComparer.Ordinal)
        {
            ["kind"] = candidate.Kind.ToString().ToLowerInvariant(),
            ["id"] = candidate.Id,
            ["name"] = candidate.Name,
            ["category"] = candidate.Category,
            ["product"] = candidate.Product,
            ["content"] = candidate.Kind == CandidateKind.Content ? candidate.Reference : null,
            ["reason"] = reason,
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
