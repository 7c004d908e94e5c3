using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Groups;

/// <summary>What happens to groups: made, joined, left, dissolved.</summary>
internal static class GroupLife
{
    public static CustomerGroup Create(Company company, string name, string owner, int capacity)
    {
        var group = new CustomerGroup(company.Ids.Next("wr"), name, owner, company.Clock.GetUtcNow())
        {
            Capacity = capacity,
        };
        company.Groups[group.ChatId] = group;
        group.Add(new GroupMember(owner, 1, group.CreatedAt, 1, null, null), company.Ids);
        company.Callbacks.Raise(GroupEvents.Of(company, "create", group.ChatId));
        return group;
    }

    /// <returns>Whether the customer is in the group now and was not before.</returns>
    public static bool Join(Company company, CustomerGroup group, Customer customer, int scene, string? state)
    {
        if (group.IsFull || group.Has(customer.ExternalUserId))
        {
            return false;
        }

        var before = group.Version;
        var invitor = scene == 3 ? null : group.Owner;
        group.Add(
            new GroupMember(customer.ExternalUserId, 2, company.Clock.GetUtcNow(), scene, state, invitor),
            company.Ids
        );
        company.Callbacks.Raise(GroupEvents.Joined(company, group, customer.ExternalUserId, scene, before));
        WelcomeIn(company, group, customer);
        return true;
    }

    /// <returns>Whether the customer was in the group.</returns>
    public static bool Quit(Company company, CustomerGroup group, Customer customer, int scene = 0)
    {
        var before = group.Version;
        if (!group.Has(customer.ExternalUserId))
        {
            return false;
        }

        group.Remove(customer.ExternalUserId, company.Ids);
        company.Callbacks.Raise(GroupEvents.Left(company, group, customer.ExternalUserId, scene, before));
        return true;
    }

    public static void Dismiss(Company company, CustomerGroup group)
    {
        company.Groups.Remove(group.ChatId);
        company.Callbacks.Raise(GroupEvents.Of(company, "dismiss", group.ChatId));
    }

    private static void WelcomeIn(Company company, CustomerGroup group, Customer customer)
    {
        if (group.WelcomeTemplate is { } id && company.Welcome.Template(id) is { } template)
        {
            var text = template.Content.Text?.Replace("%NICKNAME%", customer.Name, StringComparison.Ordinal);
            company.Log.Add(
                new Arrival(
                    Carriers.Group,
                    group.ChatId,
                    group.Owner,
                    new SaidContent(text, template.Content.Attachments),
                    "group_welcome_template",
                    id
                )
            );
        }
    }
}
