using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Members;

namespace Workflows.WeComEmulator.Phones;

/// <summary>Shows members' phones as they are.</summary>
internal static class StaffPhones
{
    private const int Most = 50;

    public static StaffPhone Of(Company company, Member member) =>
        new(
            member.UserId,
            member.Name,
            member.Position,
            member.Store,
            company.Name,
            company.Local(company.Clock.GetUtcNow()),
            member.Policy is not null,
            [
                .. StaffTasks
                    .Of(company, member.UserId)
                    .Take(Most)
                    .Select(task => task with { At = company.Local(task.At) }),
            ],
            [
                .. company
                    .Customers.Values.Where(customer => customer.Requests.ContainsKey(member.UserId))
                    .Select(customer => (Customer: customer, Request: customer.Requests[member.UserId]))
                    .Select(pair => new PhoneRequest(
                        pair.Customer.ExternalUserId,
                        pair.Customer.Name,
                        company.Local(pair.Request.At),
                        pair.Request.State
                    )),
            ],
            [
                .. member
                    .Notices.AsEnumerable()
                    .Reverse()
                    .Take(Most)
                    .Select(notice => notice with { At = company.Local(notice.At) }),
            ],
            [
                .. member
                    .Customers.Values.Select(customer =>
                        PhoneChats.Private(company, customer, member, ofCustomer: false)
                    )
                    .OrderByDescending(chat => chat.Newest())
                    .Take(Most),
            ]
        );
}
