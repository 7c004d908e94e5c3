using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Calls;
using Workflows.WeComEmulator.Content;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Log;

namespace Workflows.WeComEmulator.Transfers;

/// <summary>The course of a transfer: started, then taken over after 24 hours unless the customer refuses.</summary>
internal static class Handover
{
    /// <returns>The error code of this customer; 0 says that it has been started, no more.</returns>
    public static int Start(Call call, Transfer transfer, bool resigned)
    {
        var company = call.Company;
        var code = Obstacle(company, transfer, resigned, call.Now);
        if (code == 0)
        {
            company.Transfers.All.Add(transfer);
            company.Agenda.After(TransferBook.Patience, () => Finish(company, transfer));
        }

        return code;
    }

    /// <summary>The customer says no.</summary>
    public static bool Refuse(Company company, string customer)
    {
        if (company.Transfers.Waiting(customer) is not { } transfer)
        {
            return false;
        }

        Fail(company, transfer, Transfer.Refused, "customer_refused");
        return true;
    }

    public static void Finish(Company company, Transfer transfer)
    {
        if (transfer.Status != Transfer.Waiting)
        {
            return;
        }

        var (customer, taker) = (company.Customers[transfer.Customer], company.Members[transfer.To]);
        if (taker.IsFull)
        {
            Fail(company, transfer, Transfer.TakerFull, "customer_limit_exceed");
            return;
        }

        Move(company, transfer, customer);
    }

    private static void Move(Company company, Transfer transfer, Customer customer)
    {
        var now = company.Clock.GetUtcNow();
        var old = customer.Follows.GetValueOrDefault(transfer.From);
        customer.Unfollow(company.Members[transfer.From]);
        var relation = new Relation(transfer.To, now)
        {
            AddWay = AddWays.Assigned,
            Remark = old?.Remark ?? string.Empty,
            RemarkMobiles = old?.RemarkMobiles ?? [],
        };
        relation.Tags.UnionWith(old?.Tags ?? []);
        customer.Follow(company.Members[transfer.To], relation);
        transfer.Status = Transfer.Done;
        transfer.TakenAt = now;
        company.Callbacks.Raise(ContactEvents.Transferred(company, transfer.From, transfer.Customer));
        company.Callbacks.Raise(ContactEvents.Added(company, transfer.To, transfer.Customer, null, null));
        if (transfer.Text is { Length: > 0 } text)
        {
            company.Log.Add(
                new Arrival(
                    Carriers.Private,
                    transfer.Customer,
                    transfer.To,
                    SaidContent.Of(text),
                    "transfer_customer",
                    transfer.From
                )
            );
        }
    }

    private static int Obstacle(Company company, Transfer transfer, bool resigned, DateTimeOffset now) =>
        !company.Customers.TryGetValue(transfer.Customer, out var customer) ? ErrorCodes.BadCustomer
        : !customer.Follows.ContainsKey(transfer.From) ? ErrorCodes.NotFollower
        : company.Transfers.Waiting(transfer.Customer) is { } waiting
            ? string.Equals(waiting.To, transfer.To, StringComparison.Ordinal) ? ErrorCodes.AlreadyTransferring
                : ErrorCodes.InTransfer
        : company.Members[transfer.To].IsFull ? ErrorCodes.CustomerCap
        : !resigned && company.Transfers.Recent(transfer.Customer, now) >= TransferBook.MostInWindow
            ? ErrorCodes.TransferTooOften
        : 0;

    private static void Fail(Company company, Transfer transfer, int status, string reason)
    {
        transfer.Status = status;
        company.Callbacks.Raise(ContactEvents.TransferFailed(company, transfer.To, transfer.Customer, reason));
    }
}
