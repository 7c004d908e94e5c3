using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Calls;

/// <summary>One call of an app: who calls, and what with.</summary>
internal sealed record Call(Company Company, CorpApp App, CallBody Body, IReadOnlyDictionary<string, string> Query)
{
    /// <summary>The file of an upload.</summary>
    public Upload? File { get; init; }

    public DateTimeOffset Now => Company.Clock.GetUtcNow();

    public long Seconds => Now.ToUnixTimeSeconds();

    /// <summary>A parameter of the address.</summary>
    public string Asked(string name, int code = ErrorCodes.EmptyParameter) =>
        Query.TryGetValue(name, out var value) && value.Length > 0 ? value : throw RefusedException.Missing(name, code);

    /// <summary>A member that exists and that the app may see.</summary>
    public Member Member(string userId)
    {
        if (!Company.Members.TryGetValue(userId, out var member))
        {
            throw new RefusedException(ErrorCodes.NoSuchUser);
        }

        return App.Sees(userId) ? member : throw new RefusedException(ErrorCodes.OutOfRange);
    }

    public Customer Customer(string externalUserId) =>
        Company.Customers.TryGetValue(externalUserId, out var customer)
            ? customer
            : throw new RefusedException(ErrorCodes.BadCustomer);

    /// <summary>The relation between a member and a customer, which must be there.</summary>
    public Relation Relation(string userId, string externalUserId)
    {
        var member = Member(userId);
        return Customer(externalUserId).Follows.TryGetValue(member.UserId, out var relation)
            ? relation
            : throw new RefusedException(ErrorCodes.NoRelation);
    }
}
