using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Phones;

/// <summary>Chats, made of what the log knows; both sides of a chat see the same lines.</summary>
internal static class PhoneChats
{
    private const int LastMessages = 200;

    public static PhoneChat Private(Company company, Customer customer, Member member, bool ofCustomer)
    {
        var lines = company
            .Log.Of(customer.ExternalUserId)
            .Where(message => message.Carrier is Carriers.Private or Carriers.Welcome)
            .Where(message => string.Equals(message.From, member.UserId, StringComparison.Ordinal))
            .Select(message => Received(company, message) with { IsMine = !ofCustomer })
            .Concat(
                company
                    .Log.WordsOf(customer.ExternalUserId)
                    .Where(word => string.Equals(word.Member, member.UserId, StringComparison.Ordinal))
                    .Select(word => Said(company, word, ofCustomer ? customer.ExternalUserId : member.UserId))
            )
            .OrderBy(line => line.Number)
            .TakeLast(LastMessages);
        var isFriend = customer.Follows.ContainsKey(member.UserId);
        return ofCustomer
            ? new PhoneChat(
                member.UserId,
                false,
                member.Name,
                $"{company.Name} {member.Store}".Trim(),
                isFriend,
                2,
                [.. lines]
            )
            : new PhoneChat(customer.ExternalUserId, false, customer.Name, string.Empty, isFriend, 2, [.. lines]);
    }

    public static PhoneMessage Received(Company company, LoggedMessage message) =>
        new(
            message.Number,
            company.Local(message.At),
            false,
            company.NameOf(message.From),
            message.Carrier,
            message.Text,
            message.Attachments
        );

    public static PhoneMessage Said(Company company, CustomerWord word, string owner) =>
        new(
            word.Number,
            company.Local(word.At),
            string.Equals(word.Customer, owner, StringComparison.Ordinal),
            company.NameOf(word.Customer),
            "word",
            word.Text,
            []
        );
}
