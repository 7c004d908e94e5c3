namespace Workflows.Rules.Analysis.Regions;

/// <summary>A set of the values that one dimension can have. Sets of one dimension only meet each other.</summary>
internal abstract record ValueSet
{
    public abstract bool IsEmpty { get; }

    public abstract bool IsEverything { get; }

    /// <summary>Whether null is in the set.</summary>
    public abstract bool HasNull { get; }

    /// <summary>Whether a value other than null is in the set.</summary>
    public abstract bool HasValue { get; }

    public abstract ValueSet Complement();

    public abstract ValueSet Intersect(ValueSet other);

    public abstract ValueSet Union(ValueSet other);

    /// <summary>The set without null.</summary>
    public abstract ValueSet WithoutNull();

    public bool IsWithin(ValueSet other) => Intersect(other.Complement()).IsEmpty;

    /// <summary>Equality of what is in the sets.</summary>
    public bool Same(ValueSet other) => IsWithin(other) && other.IsWithin(this);
}
