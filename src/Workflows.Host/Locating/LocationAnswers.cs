using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Places;
using Workflows.Storage.Links;

namespace Workflows.Host.Locating;

/// <summary>Finds questions for the position by their codes, and takes their answers over, one each.</summary>
internal sealed class LocationAnswers(
    LinkLedger links,
    IContactStore contacts,
    ContactEventIntake intake,
    TimeProvider clock
)
{
    /// <summary>The question of a code with its link; null for a code that asks nothing.</summary>
    public async Task<LocationQuestion?> FindAsync(string code, CancellationToken cancellationToken) =>
        LinkCode.IsCode(code)
        && await links.FindAsync(Tenants.Default, code, cancellationToken) is { ContactId: not null } link
        && LocationAsk.Read(link.Target) is { } ask
            ? new LocationQuestion(link, ask)
            : null;

    /// <summary>Takes an answer over.</summary>
    /// <param name="question">The question.</param>
    /// <param name="position">Where the contact is; null for one who does not want to say.</param>
    /// <param name="accuracy">How exact that is, in metres, or null.</param>
    /// <param name="by">Where it was answered.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether it is the first answer; null where there is nobody any more whose answer it could be.</returns>
    public async Task<bool?> TakeAsync(
        LocationQuestion question,
        GeoPoint? position,
        double? accuracy,
        string by,
        CancellationToken cancellationToken
    )
    {
        var contact = await contacts.FindAsync(Tenants.Default, question.Link.ContactId!.Value, cancellationToken);
        if (contact is not { Identities.Count: > 0 })
        {
            return null;
        }

        var answer = LocationEvents.Answer(
            question.Link.Code,
            question.Ask,
            position,
            accuracy,
            by,
            contact.Identities,
            clock.GetUtcNow()
        );
        var taken = await intake.AcceptAsync(Tenants.Default, [answer], cancellationToken);
        return taken.Receipts is [{ IsDuplicate: false }];
    }
}
