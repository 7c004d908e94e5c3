using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Service;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;

namespace Workflows.Storage.Work;

/// <summary>
/// The effects of a commit, by the table that takes them. Effects that are work were turned into work items by the
/// runner; one that only tells the outside (a requested task) is read from the journal and the bookmark.
/// </summary>
internal sealed class SettledEffects
{
    private readonly Dictionary<Guid, int> _places = [];

    public SettledEffects(IReadOnlyList<TenantEffect> effects)
    {
        foreach (var (tenant, subject, effect) in effects)
        {
            switch (effect)
            {
                case OutboundMessage message:
                    Messages.Add((tenant, subject, message));
                    break;
                case ContactChanged change when _places.TryAdd(change.Contact.Id, Contacts.Count):
                    // The effect carries the live contact, so the first one already shows the last change.
                    Contacts.Add((tenant, change.Contact.ToState()));
                    break;
                case LinkDropped link:
                    Links.Add((tenant, link));
                    break;
                case LaunchReviewed reviewed:
                    Reviews.Add((tenant, reviewed.Review));
                    break;
                case EventTold told:
                    Told.Add((tenant, told));
                    break;
                case ContactNoted noted:
                    Notes.Add((tenant, noted));
                    break;
                case OccasionFired fired:
                    Fired.Add((tenant, subject, fired));
                    break;
                case OccasionSpread spread:
                    Spread.Add((tenant, spread));
                    break;
            }
        }
    }

    public List<(int Tenant, Guid Subject, OutboundMessage Message)> Messages { get; } = [];

    public List<(int Tenant, ContactState Contact)> Contacts { get; } = [];

    public List<(int Tenant, ContactNoted Noted)> Notes { get; } = [];

    public List<(int Tenant, Guid Subject, OccasionFired Fired)> Fired { get; } = [];

    public List<(int Tenant, OccasionSpread Spread)> Spread { get; } = [];

    public List<(int Tenant, LinkDropped Link)> Links { get; } = [];

    public List<(int Tenant, LaunchReview Review)> Reviews { get; } = [];

    public List<(int Tenant, EventTold Told)> Told { get; } = [];
}
