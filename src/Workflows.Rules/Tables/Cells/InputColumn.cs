namespace Workflows.Rules.Tables.Cells;

/// <summary>An input column whose expression was checked.</summary>
/// <param name="Name">The expression as the author wrote it.</param>
/// <param name="Text">The expression as conditions use it, in parentheses where it is more than a field.</param>
/// <param name="Type">Its type.</param>
internal sealed record InputColumn(string Name, string Text, Type Type)
{
    public ValueKind Kind { get; } = ValueKinds.Of(Type);

    public bool AdmitsNull => !Type.IsValueType || Nullable.GetUnderlyingType(Type) is not null;

    public bool IsDecimal => (Nullable.GetUnderlyingType(Type) ?? Type) == typeof(decimal);
}
