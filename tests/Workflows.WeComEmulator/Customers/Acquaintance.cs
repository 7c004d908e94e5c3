using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Customers;

/// <summary>People becoming friends, and ceasing to be, with the events that follow.</summary>
internal static class Acquaintance
{
    /// <summary>Adds the member at once; nothing happens if they are friends already.</summary>
    /// <returns>The welcome code that the event carries, or null if there was no event.</returns>
    public static string? Befriend(Company company, Customer customer, Member member, string? state, int addWay)
    {
        customer.Requests.Remove(member.UserId);
        if (customer.Follows.ContainsKey(member.UserId) || !member.CanServe || member.IsFull)
        {
            return null;
        }

        var now = company.Clock.GetUtcNow();
        customer.Follow(member, new Relation(member.UserId, now) { State = state, AddWay = addWay });
        var code = company.Welcome.Issue(company.Ids, customer.ExternalUserId, member.UserId, now);
        company.Callbacks.Raise(
            ContactEvents.Added(company, member.UserId, customer.ExternalUserId, state, code.Value)
        );
        return code.Value;
    }

    /// <summary>The customer deletes the member.</summary>
    public static bool Leave(Company company, Customer customer, Member member) =>
        Part(company, customer, member, "del_follow_user");

    /// <summary>The member deletes the customer.</summary>
    public static bool Dismiss(Company company, Customer customer, Member member) =>
        Part(company, customer, member, "del_external_contact");

    private static bool Part(Company company, Customer customer, Member member, string change)
    {
        if (!customer.Unfollow(member))
        {
            return false;
        }

        company.Callbacks.Raise(ContactEvents.Of(company, change, member.UserId, customer.ExternalUserId));
        return true;
    }
}
