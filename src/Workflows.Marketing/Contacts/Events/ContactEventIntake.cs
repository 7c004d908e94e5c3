using System.Globalization;
using Workflows.Marketing.Invites;
using Workflows.Marketing.Service.Chats;

namespace Workflows.Marketing.Contacts;

/// <summary>The one door for events: checks a batch, says everything that is wrong with it, and stores all of it or nothing.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="clock">Says when they arrive.</param>
/// <param name="attributes">What attributes there are; null where any goes.</param>
/// <param name="tags">What tags there are; null where any goes.</param>
public sealed class ContactEventIntake(
    IContactStore store,
    TimeProvider clock,
    AttributeCatalog? attributes = null,
    TagCatalog? tags = null
)
{
    /// <summary>The largest batch taken at once.</summary>
    public const int MaxBatch = 10_000;

    private const int MaxDiagnostics = 100;

    private readonly InviteReading _invites = new(store);

    /// <summary>Says more in events before they are kept, for example where a QR code is; has to say the same of the same event. Null says nothing.</summary>
    public Func<
        int,
        IReadOnlyList<ContactEvent>,
        CancellationToken,
        Task<IReadOnlyList<ContactEvent>>
    >? Enrich { get; init; }

    /// <summary>Leaves out what may not be kept. Null keeps no content of chats and calls at all (S0-63).</summary>
    public ChatContent? Chats { get; init; }

    /// <summary>Accepts a batch; sending the same events again is harmless.</summary>
    /// <param name="tenant">Whose contacts these are.</param>
    /// <param name="events">1 to <see cref="MaxBatch"/> events.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is stored.</param>
    public async Task<ContactEventIntakeResult> AcceptAsync(
        int tenant,
        IReadOnlyList<ContactEvent> events,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(events);
        var now = clock.GetUtcNow();
        var diagnostics = ContactEventValidator.Validate(events, now);
        if (diagnostics.Count > 0)
        {
            return new ContactEventIntakeResult([], diagnostics);
        }

        if (events.Any(one => one.Type is ContactEventTypes.Imported))
        {
            var check = await CheckAsync(cancellationToken);
            diagnostics = [.. events.SelectMany((one, index) => check.Check(one, isRow: false, Place(index)))];
            if (diagnostics.Count > 0)
            {
                return new ContactEventIntakeResult([], [.. diagnostics.Take(MaxDiagnostics)]);
            }

            events = [.. events.Select(check.Settle)];
        }

        events = Chats is null
            ? ChatContent.LeaveOut(events)
            : await Chats.FilterAsync(tenant, events, cancellationToken);
        events = Enrich is null ? events : await Enrich(tenant, events, cancellationToken);
        // Who invited somebody learns it with the event that brings them.
        var told = await _invites.ReadAsync(tenant, events, cancellationToken);
        var receipts = await store.AcceptAsync(tenant, [.. events, .. told], now, cancellationToken);
        return new ContactEventIntakeResult([.. receipts.Take(events.Count)], []);
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"$[{index}].data");

    private async ValueTask<ImportedCheck> CheckAsync(CancellationToken cancellationToken) =>
        new(
            attributes is null ? AttributeSchema.None : await attributes.GetAsync(cancellationToken),
            tags is null ? TagBook.None : await tags.GetAsync(cancellationToken)
        );
}
