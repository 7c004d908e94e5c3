using System.Text.Json;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// A customer while turns run: what journeys read, and what events and activities change. One batch of work owns the
/// object; every change it makes is announced by one <see cref="ContactChanged"/> and saved with the turn.
/// </summary>
public sealed class Contact : ISubject
{
    private readonly Dictionary<string, object?> _attributes;
    private readonly SortedSet<string> _tags;
    private readonly List<OptOut> _optOuts;

    /// <summary>Wakes a contact from what a store remembers.</summary>
    public Contact(ContactState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Id = state.Id;
        Key = $"contact:{state.Id:N}";
        JoinedAt = state.JoinedAt;
        PaidOrderCount = state.PaidOrderCount;
        LastPaidAt = state.LastPaidAt;
        PaidAmount = state.PaidAmount;
        Identities = state.Identities;
        _attributes = new Dictionary<string, object?>(state.Attributes, StringComparer.Ordinal);
        _tags = new SortedSet<string>(state.Tags, StringComparer.Ordinal);
        _optOuts = [.. state.OptOuts];
    }

    /// <summary>The contact's id.</summary>
    public Guid Id { get; }

    /// <summary>The key of this contact's <see cref="ContactChanged"/> effects.</summary>
    public string Key { get; }

    /// <summary>When the contact was first heard of.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>How many orders the contact paid, up to the event whose turn is running.</summary>
    public int PaidOrderCount { get; private set; }

    /// <summary>When the latest of these orders was paid, or null before the first.</summary>
    public DateTimeOffset? LastPaidAt { get; private set; }

    /// <summary>The sum of these orders, in currency units.</summary>
    public decimal PaidAmount { get; private set; }

    /// <summary>The names the contact is known by.</summary>
    public ContactIdentities Identities { get; private set; }

    /// <summary>Attribute values by name.</summary>
    public IReadOnlyDictionary<string, object?> Attributes => _attributes;

    /// <summary>The contact's tags, in ordinal order.</summary>
    public IReadOnlyCollection<string> Tags => _tags;

    /// <summary>What the contact does not want to receive.</summary>
    public IReadOnlyCollection<OptOut> OptOuts => _optOuts;

    /// <summary>The attribute's value, or null when the contact does not have it.</summary>
    public object? Attribute(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>Whether the contact wants no message of this channel and purpose.</summary>
    public bool Refuses(string channel, string purpose) => _optOuts.Exists(optOut => optOut.Covers(channel, purpose));

    /// <summary>Sets an attribute; null removes it.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool SetAttribute(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var normal = AttributeValue.Normalize(value);
        if (Equals(Attribute(name), normal))
        {
            return false;
        }

        if (normal is null)
        {
            _attributes.Remove(name);
        }
        else
        {
            _attributes[name] = normal;
        }

        return true;
    }

    /// <summary>Adds a tag.</summary>
    /// <returns>Whether the contact did not have it.</returns>
    public bool AddTag(string tag) => _tags.Add(tag);

    /// <summary>Removes a tag.</summary>
    /// <returns>Whether the contact had it.</returns>
    public bool RemoveTag(string tag) => _tags.Remove(tag);

    /// <summary>Folds an event into the contact before its turn runs, so that rules see the contact as of the event.</summary>
    public void Receive(Stimulus stimulus, ICollection<Effect> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (ContactStimulus.TryGetEvent(stimulus, out var contactEvent) && Fold(contactEvent))
        {
            effects.Add(new ContactChanged(this));
        }
    }

    /// <summary>What a store has to remember of the contact as it is now.</summary>
    public ContactState ToState() =>
        new(Id, JoinedAt)
        {
            PaidOrderCount = PaidOrderCount,
            LastPaidAt = LastPaidAt,
            PaidAmount = PaidAmount,
            Identities = Identities,
            Attributes = new Dictionary<string, object?>(_attributes, StringComparer.Ordinal),
            Tags = [.. _tags],
            OptOuts = [.. _optOuts],
        };

    /// <summary>Adds names the contact turns out to be known by.</summary>
    internal void Learn(ContactIdentities identities) => Identities = Identities.With(identities);

    internal bool Fold(ContactEvent contactEvent) =>
        contactEvent.Type switch
        {
            ContactEventTypes.OrderPaid => FoldOrder(contactEvent),
            ContactEventTypes.Joined => FoldJoin(contactEvent.At),
            ContactEventTypes.OptedOut => FoldOptOut(contactEvent),
            ContactEventTypes.OptedIn => FoldOptIn(contactEvent),
            _ => false,
        };

    private static OptOut ReadOptOut(string? data)
    {
        if (string.IsNullOrEmpty(data))
        {
            return new OptOut(null, null);
        }

        using var document = JsonDocument.Parse(data);
        return new OptOut(Text("channel"), Text("purpose"));

        string? Text(string name) =>
            document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }

    private bool FoldOrder(ContactEvent paid)
    {
        PaidOrderCount++;
        PaidAmount += OrderFacts.Read(paid.Data).Amount;
        // Orders may arrive late: the latest is the latest paid, not the latest heard of.
        LastPaidAt = LastPaidAt > paid.At ? LastPaidAt : paid.At;
        FoldJoin(paid.At);
        return true;
    }

    private bool FoldJoin(DateTimeOffset at)
    {
        if (at >= JoinedAt)
        {
            return false;
        }

        JoinedAt = at;
        return true;
    }

    private bool FoldOptOut(ContactEvent withdrawn)
    {
        var optOut = ReadOptOut(withdrawn.Data);
        if (_optOuts.Contains(optOut))
        {
            return false;
        }

        _optOuts.Add(optOut);
        return true;
    }

    private bool FoldOptIn(ContactEvent given)
    {
        var optIn = ReadOptOut(given.Data);
        return _optOuts.RemoveAll(optOut => Widens(optIn, optOut)) > 0;

        // Saying yes to everything takes back every no; saying yes to one channel takes back only what is said for it.
        static bool Widens(OptOut yes, OptOut no) =>
            (yes.Channel is null || Same(yes.Channel, no.Channel))
            && (yes.Purpose is null || Same(yes.Purpose, no.Purpose));

        static bool Same(string left, string? right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
    }
}
