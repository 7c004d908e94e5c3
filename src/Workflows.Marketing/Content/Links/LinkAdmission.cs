using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;

namespace Workflows.Marketing.Content;

/// <summary>Decides, at the moment a link is followed, whether it leads somewhere for the contact it was sent to (S2-05).</summary>
/// <param name="contacts">The contacts.</param>
/// <param name="ruleSets">The published rule sets.</param>
/// <param name="clock">What time it is.</param>
public sealed class LinkAdmission(IContactStore contacts, RuleSetCatalog ruleSets, TimeProvider clock)
{
    /// <summary>Whether a contact is admitted. Nobody is who is not known, or of whom the rule set cannot be asked.</summary>
    /// <param name="tenant">Whose link.</param>
    /// <param name="contact">Whom it was sent to; null where that is nobody in particular.</param>
    /// <param name="audience">Whom it is for.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<bool> AdmitsAsync(
        int tenant,
        Guid? contact,
        LinkAudience audience,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(audience);
        var now = clock.GetUtcNow();
        return contact is { } id
            && await contacts.FindAsync(tenant, id, cancellationToken) is { } state
            && await ruleSets.GetAsync(audience.RuleSet, now, cancellationToken) is { } ruleSet
            && !RuleQuestion.FurtherInputs(ruleSet.RuleSet).Any()
            && ruleSet.Decide(RuleQuestion.Of(ruleSet, new Contact(state), now, further: null))
                is { Message: null } said
            && audience.Event.Equals(said.SuccessEvent, StringComparison.Ordinal);
    }
}
