using System.Globalization;
using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Rules.Catalog;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Lifecycle;

/// <summary>
/// Finds the contacts whose tier is another one than they were told of, and tells them, each change once (S2-14). The version of the rule
/// set in force at the moment decides. Each tier is one segment, read a page at a time in the order of ids: the cost grows with the
/// contacts, and the pages hold those only who change.
/// </summary>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="segments">Finds the contacts.</param>
/// <param name="intake">Where the changes are told.</param>
/// <param name="options">Which rule set.</param>
public sealed class TierSweep(
    RuleSetCatalog ruleSets,
    ISegmentStore segments,
    ContactEventIntake intake,
    TierSweepOptions options
)
{
    private const int PageSize = 500;

    /// <summary>Tells every change there is at a moment.</summary>
    /// <param name="tenant">Whose contacts.</param>
    /// <param name="now">The moment; told again for the same day, a change is the same event.</param>
    /// <param name="cancellationToken">Ends the attempt; what was told stays told.</param>
    /// <returns>How many changes were told.</returns>
    public async Task<int> RunAsync(int tenant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ruleSets.GetAsync(options.RuleSet, now, cancellationToken) is not { } published)
        {
            return 0;
        }

        var told = 0;
        foreach (var rule in published.RuleSet.Rules.Where(rule => rule.Enabled))
        {
            var tier = rule.SuccessEvent ?? rule.Name;
            if (Segment.Of(Elsewhere(published.RuleSet, rule, tier), rule.Name).Segment is { } segment)
            {
                told += await TellAsync(
                    new SegmentQuestion(tenant, segment, now),
                    new Tier(tier, published),
                    cancellationToken
                );
            }
        }

        return told;
    }

    private async Task<int> TellAsync(SegmentQuestion question, Tier tier, CancellationToken cancellationToken)
    {
        var (told, after) = (0, (Guid?)null);
        IReadOnlyList<ContactState> page;
        do
        {
            page = await segments.ListAsync(question, after, PageSize, cancellationToken);
            after = page.Count > 0 ? page[^1].Id : after;
            ContactEvent[] events =
            [
                .. page.Where(contact =>
                        contact.Identities.Count > 0 && !tier.Name.Equals(Known(contact), StringComparison.Ordinal)
                    )
                    .Select(contact => tier.EventOf(contact, Known(contact), question.Now)),
            ];
            if (events.Length > 0)
            {
                told += (await intake.AcceptAsync(question.Tenant, events, cancellationToken)).Receipts.Count(receipt =>
                    !receipt.IsDuplicate
                );
            }
        } while (page.Count == PageSize);

        return told;
    }

    // The rule, for those only whom it brings somewhere else. One made of other rules cannot be put so; its contacts are compared here.
    private static RuleSet Elsewhere(RuleSet ruleSet, Rule rule, string tier) =>
        rule.Expression is null || tier.AsSpan().ContainsAny('"', '\\')
            ? ruleSet
            : ruleSet with
            {
                Rules =
                [
                    .. ruleSet.Rules.Select(one =>
                        ReferenceEquals(one, rule)
                            ? one with
                            {
                                Expression =
                                    $"({one.Expression}) AND contact.Text(\"{TierEvents.Attribute}\") != \"{tier}\"",
                            }
                            : one
                    ),
                ],
            };

    private static string? Known(ContactState contact) =>
        contact.Attributes.GetValueOrDefault(TierEvents.Attribute) as string;

    private sealed record Tier(string Name, PublishedRuleSet Published)
    {
        public ContactEvent EventOf(ContactState contact, string? from, DateTimeOffset now) =>
            new(
                TierEvents.Source,
                string.Create(CultureInfo.InvariantCulture, $"{contact.Id:N}:{now.UtcDateTime:yyyyMMdd}:{from}:{Name}"),
                TierEvents.Changed,
                now,
                contact.Identities,
                JsonSerializer.Serialize(
                    new
                    {
                        from = from ?? "",
                        to = Name,
                        ruleSet = Published.Name,
                        ruleVersion = Published.Version,
                    }
                )
            );
    }
}
