using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Groups;
using Workflows.WeComEmulator.Log;
using Workflows.WeComEmulator.Moments;

namespace Workflows.WeComEmulator.Phones;

/// <summary>Shows customers' phones as they are.</summary>
internal static class CustomerPhones
{
    private const int LastMessages = 200;

    public static CustomerPhone Of(Company company, Customer customer)
    {
        var received = company.Log.Of(customer.ExternalUserId);
        return new CustomerPhone(
            customer.ExternalUserId,
            customer.Name,
            customer.Mobile,
            company.Name,
            company.Local(company.Clock.GetUtcNow()),
            [.. Chats(company, customer, received).OrderByDescending(chat => chat.Newest())],
            [
                .. received
                    .Where(message => message.Carrier is Carriers.Moments)
                    .Reverse()
                    .Select(post => Post(company, customer, post)),
            ],
            [.. customer.Requests.Keys.Select(id => company.Members[id].Name)],
            company.Transfers.Waiting(customer.ExternalUserId) is { } transfer
                ? company.Members[transfer.To].Name
                : null,
            Posters.Of(company)
        );
    }

    private static IEnumerable<PhoneChat> Chats(
        Company company,
        Customer customer,
        IReadOnlyList<LoggedMessage> received
    )
    {
        var partners = received
            .Where(message => message.Carrier is Carriers.Private or Carriers.Welcome)
            .Select(message => message.From!)
            .Concat(customer.Follows.Keys)
            .Distinct();
        foreach (var userId in partners)
        {
            yield return PhoneChats.Private(company, customer, company.Members[userId], ofCustomer: true);
        }

        foreach (
            var sender in TextMessages(company, customer).GroupBy(message => message.From ?? "", StringComparer.Ordinal)
        )
        {
            var lines = sender.TakeLast(LastMessages).Select(message => PhoneChats.Received(company, message));
            yield return new PhoneChat($"sms:{sender.Key}", false, sender.Key, "SMS", false, 2, [.. lines]);
        }

        foreach (var group in company.Groups.Values.Where(group => group.Has(customer.ExternalUserId)))
        {
            yield return Group(company, customer, group);
        }
    }

    private static IEnumerable<LoggedMessage> TextMessages(Company company, Customer customer) =>
        customer.Mobile is { } mobile ? company.Log.Of(mobile).Where(message => message.Carrier is Carriers.Sms) : [];

    private static PhoneChat Group(Company company, Customer customer, CustomerGroup group)
    {
        var joinedAt = group
            .Members.First(member => string.Equals(member.Id, customer.ExternalUserId, StringComparison.Ordinal))
            .JoinedAt;
        var lines = company
            .Log.Of(group.ChatId)
            .Select(message => PhoneChats.Received(company, message))
            .Concat(
                company
                    .Log.Words.Where(word => string.Equals(word.Group, group.ChatId, StringComparison.Ordinal))
                    .Select(word => PhoneChats.Said(company, word, customer.ExternalUserId))
            )
            .Where(line => line.At >= joinedAt)
            .OrderBy(line => line.Number)
            .TakeLast(LastMessages);
        return new PhoneChat(group.ChatId, true, group.Name, company.Name, true, group.Count, [.. lines]);
    }

    private static PhonePost Post(Company company, Customer customer, LoggedMessage post)
    {
        IReadOnlyList<MomentReaction> reactions = company.Moments.Find(post.Reference)?.Reactions ?? [];
        var likes = reactions
            .Where(reaction => reaction.Comment is null)
            .Select(reaction => reaction.Customer)
            .ToHashSet();
        return new PhonePost(
            post.Reference,
            company.Local(post.At),
            company.NameOf(post.From),
            post.Text,
            post.Attachments,
            likes.Count,
            likes.Contains(customer.ExternalUserId),
            [
                .. reactions
                    .Where(reaction => reaction.Comment is not null)
                    .Select(reaction => new PhoneComment(company.NameOf(reaction.Customer), reaction.Comment!)),
            ]
        );
    }
}
