using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Contacts;

/// <summary>What the new events of a batch say about orders, set beside what the database knows of them.</summary>
internal sealed class IntakeOrders
{
    private readonly Dictionary<(string Source, string Number, Guid ContactId), KnownOrder> _said = [];
    private readonly Dictionary<(string Source, string Number, Guid ContactId), KnownOrder> _known = [];

    public IntakeOrders(IntakePlan plan)
    {
        foreach (var (one, contact) in plan.Events)
        {
            if (KnownOrder.Of(one) is { } order)
            {
                var key = (order.Source, order.Number, contact);
                _said[key] = _said.TryGetValue(key, out var before) ? before.With(order) : order;
            }
        }
    }

    /// <summary>The orders concerned, in one order everywhere.</summary>
    public IReadOnlyList<(string Source, string Number, Guid ContactId)> Keys =>
        [
            .. _said
                .Keys.OrderBy(key => key.Source, StringComparer.Ordinal)
                .ThenBy(key => key.Number, StringComparer.Ordinal)
                .ThenBy(key => key.ContactId),
        ];

    /// <summary>Those the database does not know.</summary>
    public IReadOnlyList<(Guid ContactId, KnownOrder Order)> New =>
        [.. Keys.Where(key => !_known.ContainsKey(key)).Select(key => (key.ContactId, _said[key]))];

    /// <summary>Those it knows, as they are from now on.</summary>
    public IReadOnlyList<(Guid ContactId, KnownOrder Order)> Changed =>
        [
            .. Keys.Where(_known.ContainsKey)
                .Select(key => (key.ContactId, Before: _known[key], After: _known[key].With(_said[key])))
                .Where(order => !ReferenceEquals(order.Before, order.After))
                .Select(order => (order.ContactId, order.After)),
        ];

    /// <summary>Adds what the database knows of one of them.</summary>
    public void Know(Guid contact, KnownOrder order) => _known[(order.Source, order.Number, contact)] = order;
}
