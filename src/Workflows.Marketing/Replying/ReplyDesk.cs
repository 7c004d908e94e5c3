using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Products;
using Workflows.Marketing.Recommending;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Replying;

/// <summary>What journeys answer with (S4-48): whatever the model says, nothing but approved contents that fit the channel and are left. Safe on every thread.</summary>
public sealed class ReplyDesk
{
    private const int OnlyTenant = 1;

    private readonly ReplierSet _repliers;
    private readonly CandidateShelf _candidates;

    /// <param name="repliers">The models.</param>
    /// <param name="products">The products, for contents about goods that are not sold any more.</param>
    /// <param name="contents">The contents; null for none.</param>
    /// <param name="stocks">The counters of limited values; null for none.</param>
    /// <param name="tenant">Whose they are.</param>
    public ReplyDesk(
        ReplierSet repliers,
        IProductRegister products,
        IContentStore? contents,
        IStockLedger? stocks,
        int tenant
    ) => (_repliers, _candidates) = (repliers, new CandidateShelf(products, contents, stocks, tenant));

    /// <summary>The models that ship.</summary>
    public static IReadOnlyList<IReplier> Shipped(RuleSetCatalog ruleSets) =>
        [new PhraseReplier(), new RuleReplier(ruleSets)];

    /// <summary>A desk of trials: the models that ship, over what a case says.</summary>
    internal static ReplyDesk InMemory(RuleSetCatalog ruleSets, IContentStore? contents) =>
        new(new ReplierSet(Shipped(ruleSets)), new MemoryProductRegister(), contents, null, OnlyTenant);

    /// <summary>What would be answered; null where nothing would.</summary>
    /// <param name="wish">What the journey wants.</param>
    /// <param name="contact">Who wrote.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="FaultException">There is no such model, or it failed.</exception>
    public async Task<Reply?> AskAsync(
        ReplyWish wish,
        Contact contact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(contact);
        var model =
            _repliers.Find(wish.Model)
            ?? throw new FaultException(
                "UnknownModel",
                $"There is no model '{wish.Model}': there are {string.Join(", ", _repliers.Names)}."
            );
        var candidates = await CandidatesAsync(wish, now, cancellationToken);
        if (candidates.Count == 0)
        {
            return null;
        }

        var question = new ReplyQuestion(contact, now, wish.Message, candidates) { RuleSet = wish.RuleSet };
        return (await model.ReplyAsync(question, cancellationToken))
            // A model of a plug-in may name anything, and be surer than sure.
            .Where(reply => reply.Sureness > 0 && candidates.Contains(reply.Candidate))
            .Select(reply => reply with { Sureness = Math.Min(1, reply.Sureness) })
            .OrderByDescending(reply => reply.Sureness)
            .ThenBy(reply => reply.Candidate.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private Task<IReadOnlyList<Candidate>> CandidatesAsync(
        ReplyWish wish,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        _candidates.FindAsync(
            new RecommendationWish(CandidateKind.Content, wish.Model, wish.Channel)
            {
                Category = wish.Category,
                Only = wish.Only,
                // What a person wrote down may be of any kind.
                ContentKind = wish.Only.Count == 0 ? ContentKinds.Script : null,
            },
            now,
            cancellationToken
        );
}
