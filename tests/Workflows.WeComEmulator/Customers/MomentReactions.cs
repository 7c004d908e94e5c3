using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Moments;

namespace Workflows.WeComEmulator.Customers;

/// <summary>Likes and comments of a customer who can see the post.</summary>
internal static class MomentReactions
{
    public static bool Like(Company company, Customer customer, CustomerAct act) => React(company, customer, act, null);

    public static bool Comment(Company company, Customer customer, CustomerAct act) =>
        React(company, customer, act, act.Text ?? string.Empty);

    private static bool React(Company company, Customer customer, CustomerAct act, string? comment)
    {
        var moment = company.Moments.Find(act.MomentId ?? string.Empty);
        var task = moment?.Tasks.Find(task => task.Viewers.Contains(customer.ExternalUserId));
        if (moment is null || task is null)
        {
            return false;
        }

        moment.Reactions.Add(
            new MomentReaction(task.UserId, customer.ExternalUserId, company.Clock.GetUtcNow(), comment)
        );
        return true;
    }
}
