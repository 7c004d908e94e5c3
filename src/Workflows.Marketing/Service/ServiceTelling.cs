using Workflows.Marketing.Contacts;
using Workflows.Marketing.Service.Orders;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Service;

/// <summary>How service tells what happened, so that journeys can begin with it.</summary>
public static class ServiceTelling
{
    internal static void Tell(this ActivityExecutionContext context, string id, string type, object data) =>
        context.Tell(ServiceEvents.Source, id, type, type, data);

    internal static void Tell(this ActivityExecutionContext context, WorkOrder order, string type) =>
        context.Tell(IdOf(order, type), type, DataOf(order));

    /// <summary>The event that tells a change of a work order where no journey does: what a person did in the API.</summary>
    /// <param name="order">The work order after the change.</param>
    /// <param name="type">What happened.</param>
    /// <param name="contact">The names of its customer.</param>
    /// <param name="at">When.</param>
    public static ContactEvent Of(WorkOrder order, string type, ContactIdentities contact, DateTimeOffset at) =>
        new(ServiceEvents.Source, IdOf(order, type), type, at, contact, EventTelling.Write(DataOf(order)));

    /// <summary>The event that tells a rating: one of each work order, whoever tells it.</summary>
    public static ContactEvent RatingOf(WorkOrder order, int rating, ContactIdentities contact, DateTimeOffset at) =>
        new(
            ServiceEvents.Source,
            $"{ServiceEvents.Rated}:{order.Id:N}",
            ServiceEvents.Rated,
            at,
            contact,
            EventTelling.Write(
                new
                {
                    order = order.Id,
                    rating,
                    comment = order.Comment,
                    staff = order.Staff,
                }
            )
        );

    private static string IdOf(WorkOrder order, string type) => $"{type}:{order.Id:N}:{order.Revision}";

    private static object DataOf(WorkOrder order) =>
        new
        {
            order = order.Id,
            staff = order.Staff,
            topic = order.Topic,
            demand = order.Demand,
            outcome = order.Outcome,
            responseMinutes = order.ResponseMinutes,
        };
}
