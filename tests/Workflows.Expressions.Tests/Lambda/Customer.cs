namespace Workflows.Expressions.Tests.Lambda;

public sealed record Customer(
    string Name,
    int PaidOrderCount,
    DateTimeOffset? LastPaidAt,
    decimal PaidAmount,
    IReadOnlyList<string> Tags
)
{
    public Type Kind => GetType();

    public string Rename(string name) => Name + name;
}
