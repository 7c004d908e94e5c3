using System.Collections;
using System.Runtime.CompilerServices;

namespace Workflows.Marketing.Contacts;

/// <summary>The names one contact is known by, in the order they became known; immutable, equal when all names are.</summary>
[CollectionBuilder(typeof(ContactIdentities), nameof(Of))]
public sealed class ContactIdentities : IReadOnlyList<ContactIdentity>, IEquatable<ContactIdentities>
{
    private readonly ContactIdentity[] _names;

    private ContactIdentities(ContactIdentity[] names) => _names = names;

    /// <summary>No name at all.</summary>
    public static ContactIdentities None { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public ContactIdentity this[int index] => _names[index];

    /// <summary>Collects names; a name given twice is kept once.</summary>
    public static ContactIdentities Of(ReadOnlySpan<ContactIdentity> names) =>
        names.Length switch
        {
            0 => None,
            1 => new ContactIdentities([names[0]]),
            _ => new ContactIdentities([.. names.ToArray().Distinct()]),
        };

    /// <summary>These names and those of <paramref name="more"/> that are not among them.</summary>
    public ContactIdentities With(ContactIdentities more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return Array.TrueForAll(more._names, name => _names.Contains(name)) ? this : Of([.. _names, .. more._names]);
    }

    /// <summary>The first name of this kind, or null.</summary>
    public string? Find(IdentityKind kind) => Array.Find(_names, name => name.Kind == kind)?.Value;

    /// <inheritdoc/>
    public bool Equals(ContactIdentities? other) => other is not null && _names.AsSpan().SequenceEqual(other._names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContactIdentities);

    /// <inheritdoc/>
    public override int GetHashCode() => _names.Aggregate(0, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<ContactIdentity> GetEnumerator() => _names.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", (IEnumerable<ContactIdentity>)_names);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
