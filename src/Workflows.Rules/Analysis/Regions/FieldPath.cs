namespace Workflows.Rules.Analysis.Regions;

/// <summary>An input, or a member of one, that conditions read.</summary>
/// <param name="Text">As a condition writes it, such as <c>contact.PaidOrderCount</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record FieldPath(string Text, Type Type)
{
    public Type Bare => Nullable.GetUnderlyingType(Type) ?? Type;

    public bool AdmitsNull => !Type.IsValueType || Bare != Type;
}
