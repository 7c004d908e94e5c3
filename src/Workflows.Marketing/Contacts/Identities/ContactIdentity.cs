namespace Workflows.Marketing.Contacts;

/// <summary>One name a contact is known by; a (kind, value) pair belongs to one contact of a tenant.</summary>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Value">The name itself, compared letter by letter; 1–128 characters. A phone number may be written as people do.</param>
public sealed record ContactIdentity(IdentityKind Kind, string Value)
{
    private static readonly (IdentityKind Kind, string Name)[] Names =
    [
        (IdentityKind.Phone, "phone"),
        (IdentityKind.ExternalUserId, "external_userid"),
        (IdentityKind.UnionId, "unionid"),
        (IdentityKind.OpenId, "openid"),
    ];

    /// <summary>The name itself; of a phone number the one way it is written here (S0-53).</summary>
    public string Value { get; init; } = Kind is IdentityKind.Phone ? PhoneNumber.Normalize(Value) : Value;

    /// <summary>The names of the kinds as events write them, in the order of <see cref="IdentityKind"/>.</summary>
    public static IReadOnlyList<string> KindNames { get; } = [.. Names.Select(pair => pair.Name)];

    /// <summary>The kind as events write it, for example <c>external_userid</c>.</summary>
    public string KindName => NameOf(Kind);

    /// <summary>The name of <paramref name="kind"/> as events write it.</summary>
    public static string NameOf(IdentityKind kind) => Names[(int)kind - 1].Name;

    /// <summary>Finds the kind events write as <paramref name="name"/>; letters count.</summary>
    public static bool TryParseKind(string name, out IdentityKind kind)
    {
        foreach (var pair in Names)
        {
            if (pair.Name.Equals(name, StringComparison.Ordinal))
            {
                kind = pair.Kind;
                return true;
            }
        }

        kind = default;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{KindName}:{Value}";
}
