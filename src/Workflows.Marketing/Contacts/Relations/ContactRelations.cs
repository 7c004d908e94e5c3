using System.Collections;

namespace Workflows.Marketing.Contacts;

/// <summary>
/// The staff a contact has to do with, each member once. Immutable; the order in which events arrive makes no difference.
/// A relation ends when somebody ends it, never by itself (S0-04).
/// </summary>
public sealed class ContactRelations : IReadOnlyList<Relation>
{
    private readonly Relation[] _relations;

    private ContactRelations(Relation[] relations) => _relations = relations;

    /// <summary>No relation at all.</summary>
    public static ContactRelations None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _relations.Length;

    /// <inheritdoc/>
    public Relation this[int index] => _relations[index];

    /// <summary>Whether anybody can write to the contact.</summary>
    public bool AnyExists => Array.Exists(_relations, relation => relation.State == RelationState.Exists);

    /// <summary>Collects relations; of those with one member, the latest counts.</summary>
    public static ContactRelations Of(IEnumerable<Relation> relations) =>
        relations.Aggregate(None, (all, relation) => all.With(relation));

    /// <summary>These and one more, where it is not older than what is known about its member.</summary>
    public ContactRelations With(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        var known = Find(relation.StaffId);
        return known is not null && (known == relation || known.At > relation.At)
            ? this
            : new ContactRelations([.. _relations.Where(one => one != known), relation]);
    }

    /// <summary>The relation to a member, or null.</summary>
    public Relation? Find(string staffId) =>
        Array.Find(_relations, relation => relation.StaffId.Equals(staffId, StringComparison.Ordinal));

    /// <inheritdoc/>
    public IEnumerator<Relation> GetEnumerator() => _relations.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
